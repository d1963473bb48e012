package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.motherlode.ra.trouble.Trouble;

/**
 * On a listening port: when a connection cannot be taken (too many open files, no memory) it is left in the system's
 * queue, and the port tries again after a pause. Who is connected is served all the while.
 */
final class AcceptPause extends ChannelInboundHandlerAdapter {
    private final long millis;
    private final Trouble trouble;

    AcceptPause(long millis, Trouble trouble) {
        this.millis = millis;
        this.trouble = trouble;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        trouble.works();
        context.fireChannelRead(connection);
    }

    /** Goes no further: Netty's own handlers would log a stack each time. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Channel port = context.channel();
        String words = port.localAddress() + " cannot take a connection and pauses for " + millis + " ms: " + cause;
        if (cause instanceof IOException) {
            trouble.note(words);
        } else {
            trouble.note(words, cause);
        }
        if (port.config().isAutoRead()) {
            port.config().setAutoRead(false);
            Future<?> ignored = port.eventLoop().schedule(() -> resume(port), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static void resume(Channel port) {
        if (port.isOpen()) {
            port.config().setAutoRead(true);
        }
    }
}
