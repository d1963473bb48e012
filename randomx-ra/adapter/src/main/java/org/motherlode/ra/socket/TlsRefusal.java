package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.motherlode.model.wire.Problem;
import org.motherlode.ra.session.Session;

/**
 * Looks at the first byte of a connection and no further. Who begins with a TLS handshake on a port without TLS may never
 * send a line end, and would wait until the login is overdue; what it hears instead is no TLS, so that it gives up at once.
 */
final class TlsRefusal extends ChannelInboundHandlerAdapter {
    /** The content type of a handshake record: RFC 8446, 5.1. */
    private static final byte HANDSHAKE = 0x16;

    private final Session session;

    TlsRefusal(Session session) {
        this.session = session;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && bytes.isReadable()) {
            if (bytes.getByte(bytes.readerIndex()) == HANDSHAKE) {
                session.unreadable(Problem.MALFORMED);
            }
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }
}
