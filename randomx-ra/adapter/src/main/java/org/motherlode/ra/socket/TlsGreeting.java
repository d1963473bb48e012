package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** Behind the encryption until the handshake is over; then the connection may speak. One that fails is a stranger's. */
final class TlsGreeting extends ChannelInboundHandlerAdapter {
    private final Figures figures;
    private final Runnable done;
    private final Runnable failed;

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
                figures.count(Count.TLS_HANDSHAKES_FAILED);
                failed.run();
                ChannelFuture ignored = context.close();
            }
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    /** What the failed handshake throws besides its event. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture ignored = context.close();
    }
}
