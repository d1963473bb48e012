package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.motherlode.ra.session.Session;

/** Gives lines to a session, and reads no further while the miner does not. */
final class LineHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private static final Logger LOG = Logger.getLogger(LineHandler.class);

    private final ChannelWire wire;
    private final Session session;

    LineHandler(ChannelWire wire, Session session) {
        this.wire = wire;
        this.session = session;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
        if (!wire.isEnding()) {
            session.line(ByteBufUtil.getBytes(line));
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        boolean keepsUp = context.channel().isWritable();
        if (!wire.isEnding()) {
            context.channel().config().setAutoRead(keepsUp);
        }
        if (keepsUp) {
            session.newWork();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            session.tooLong();
        } else if (cause instanceof IOException) {
            wire.close();
        } else {
            LOG.errorf(cause, "%s is closed: a fault of ours", context.channel());
            wire.close();
        }
    }
}
