package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.motherlode.ra.trouble.Trouble;

/**
 * The last one on every connection, from its first moment on: whoever was turned away has nobody else to hear that he has
 * left. Netty's own answer to what nobody took would be a stack for each, which strangers could ask for.
 */
@ChannelHandler.Sharable
final class Backstop extends ChannelInboundHandlerAdapter {
    static final String NAME = "backstop";

    private final Trouble faults;

    Backstop(Trouble faults) {
        this.faults = faults;
    }

    /** Whether the other side, or what lies between, may have brought this about. */
    static boolean isTheirs(Throwable cause) {
        return cause instanceof IOException || cause instanceof DecoderException;
    }

    /** Nobody reads what comes of somebody who is on his way out. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!isTheirs(cause)) {
            faults.note(context.channel() + " is closed, a fault of ours: " + cause, cause);
        }
        ChannelFuture ignored = context.close();
    }
}
