package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Behind the encryption: an end that waits for somebody to read what was encrypted before waits so long and no longer. Netty's
 * own bound for that writes a line into the log for each connection, so that strangers who read nothing could fill it.
 */
final class TimelyEnd extends ChannelOutboundHandlerAdapter {
    private final long lingerMillis;
    private boolean begun;

    TimelyEnd(long lingerMillis) {
        this.lingerMillis = lingerMillis;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        ChannelFuture closing = context.close(promise);
        if (!begun && !closing.isDone()) {
            begun = true;
            Future<?> bound = context.executor().schedule(() -> cut(context), lingerMillis, TimeUnit.MILLISECONDS);
            context.channel().closeFuture().addListener(closed -> bound.cancel(false));
        }
    }

    /** Below the encryption, which would wait. */
    private static void cut(ChannelHandlerContext context) {
        ChannelHandlerContext encryption = context.pipeline().context(SslHandler.class);
        if (encryption != null) {
            ChannelFuture ignored = encryption.close();
        }
    }
}
