package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Splits what comes into lines. While the miner does not read what it is sent, nothing more is read of it, and the lines
 * that are here already wait: answering them would fill the memory with what nobody takes. What waits is less than one line
 * and what one look at the socket brings.
 */
final class PatientLines extends LineBasedFrameDecoder {
    private final BooleanSupplier ending;

    /** {@code ending}: whether the miner was told its last line, so that what comes is thrown away. */
    PatientLines(int longest, BooleanSupplier ending) {
        super(longest, true, true);
        this.ending = ending;
    }

    /** Whether it keeps what has come of a line whose end has not come. While it {@link #waits} it may also be whole lines. */
    boolean isWithin() {
        return actualReadableBytes() > 0;
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf bytes) throws Exception {
        return waits(context.channel()) ? null : super.decode(context, bytes);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        if (!ending.getAsBoolean()) {
            if (context.channel().isWritable()) {
                // Later, because this may be told in the middle of a line.
                context.executor().execute(() -> goOn(context));
            } else {
                context.channel().config().setAutoRead(false);
            }
        }
        super.channelWritabilityChanged(context);
    }

    /** Netty's own would read on where what came was no line. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        if (waits(context.channel())) {
            discardSomeReadBytes();
            context.fireChannelReadComplete();
        } else {
            super.channelReadComplete(context);
        }
    }

    /** Whether it is for the miner to read, and nothing more is read of it. */
    boolean waits(Channel channel) {
        return !channel.isWritable() && !ending.getAsBoolean();
    }

    /** First what is here, so that it does not grow, and then what is still in the socket. */
    private void goOn(ChannelHandlerContext context) {
        if (context.isRemoved()) {
            return;
        }
        try {
            channelRead(context, Unpooled.EMPTY_BUFFER);
        } catch (Exception e) {
            context.fireExceptionCaught(e);
        }
        context.fireChannelReadComplete();
        if (!waits(context.channel())) {
            context.channel().config().setAutoRead(true);
        }
    }
}
