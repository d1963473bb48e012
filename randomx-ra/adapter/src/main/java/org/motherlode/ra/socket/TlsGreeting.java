package org.motherlode.ra.socket;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/**
 * Behind the encryption until the handshake is over; then the connection may speak. One that fails is a stranger's, unless
 * it failed because we ended the connection: it was too late, had to make room, or everything stops.
 */
final class TlsGreeting extends ChannelDuplexHandler {
    private final Figures figures;
    private final Runnable done;
    private final Runnable failed;
    private boolean closedByUs;

    TlsGreeting(Figures figures, Runnable done, Runnable failed) {
        this.figures = figures;
        this.done = done;
        this.failed = failed;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                figures.count(Count.TLS_HANDSHAKES);
                done.run();
                context.pipeline().remove(this);
            } else {
                fail(context);
            }
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    /** Whoever closes the channel on this side comes by here, before the encryption hears of it; the other side never does. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        closedByUs = true;
        ChannelFuture ignored = context.close(promise);
    }

    /** What the failed handshake throws besides its event. What the first session after a good one ran into is no part of it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (Backstop.isTheirs(cause)) {
            ChannelFuture ignored = context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private void fail(ChannelHandlerContext context) {
        figures.count(Count.TLS_HANDSHAKES_FAILED);
        // A loop that ends closes what it has without asking anybody.
        if (!closedByUs && !context.channel().eventLoop().isShuttingDown()) {
            failed.run();
        }
        ChannelFuture ignored = context.close();
    }
}
