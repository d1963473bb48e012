package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;

/**
 * On a port that takes TLS: tells by the first byte whether this connection begins with a handshake. No line begins with
 * that byte, so one is enough, and nobody can keep us waiting for the second.
 */
final class FirstByte extends ChannelInboundHandlerAdapter {
    /** The content type of a handshake record: RFC 8446, 5.1. */
    static final byte HANDSHAKE = 0x16;

    private final Runnable tls;
    private final Runnable plain;

    /** Either puts behind this handler what the bytes are for. */
    FirstByte(Runnable tls, Runnable plain) {
        this.tls = tls;
        this.plain = plain;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && bytes.isReadable()) {
            (bytes.getByte(bytes.readerIndex()) == HANDSHAKE ? tls : plain).run();
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    /** A connection that ends before it has said anything. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            ChannelFuture ignored = context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}
