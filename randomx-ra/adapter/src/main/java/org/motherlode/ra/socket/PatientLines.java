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
 * and what one look at the socket brings. Of what one miner sends at once only so many lines are looked at before all others
 * of its thread have had their turn.
 */
final class PatientLines extends LineBasedFrameDecoder {
    private final BooleanSupplier ending;
    private final int linesPerTurn;
    private int lines;
    private boolean resting;
    private boolean gone;

    /** {@code ending}: whether the miner was told its last line, so that what comes is thrown away. */
    PatientLines(SocketSettings settings, BooleanSupplier ending) {
        super(settings.lineBytes(), true, true);
        this.ending = ending;
        this.linesPerTurn = settings.linesPerTurn();
    }

    /** Whether it keeps what has come of a line whose end has not come. While it {@link #waits} it may also be whole lines. */
    boolean isWithin() {
        return actualReadableBytes() > 0;
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf bytes) throws Exception {
        if (ending.getAsBoolean()) {
            bytes.skipBytes(bytes.readableBytes());
            return null;
        }
        if (!gone) {
            if (!resting && lines >= linesPerTurn) {
                rest(context);
            }
            if (waits(context.channel())) {
                return null;
            }
        }
        Object line = super.decode(context, bytes);
        lines += line == null ? 0 : 1;
        return line;
    }

    /** Until all others have had their turn. */
    private void rest(ChannelHandlerContext context) {
        resting = true;
        context.channel().config().setAutoRead(false);
        context.executor().execute(() -> goOn(context));
    }

    /** There will be no other turn: what this one kept back, perhaps a block, is looked at now. */
    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        gone = resting;
        super.channelInactive(context);
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
            lines = 0;
            super.channelReadComplete(context);
        }
    }

    /** Whether nothing more is read of it for now: it is for the miner to read, or for others to have their turn. */
    boolean waits(Channel channel) {
        return (resting || !channel.isWritable()) && !ending.getAsBoolean();
    }

    /** First what is here, so that it does not grow, and then what is still in the socket. */
    private void goOn(ChannelHandlerContext context) {
        if (context.isRemoved()) {
            return;
        }
        lines = 0;
        resting = false;
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
