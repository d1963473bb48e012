package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.motherlode.model.wire.Problem;
import org.motherlode.ra.session.Session;

/** Gives lines to a session, and tells it when the miner reads again. */
final class LineHandler extends SimpleChannelInboundHandler<ByteBuf> {
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
        if (context.channel().isWritable()) {
            session.newWork();
        }
        context.fireChannelWritabilityChanged();
    }

    private void tooLong() {
        if (!wire.isEnding()) {
            session.unreadable(Problem.LINE_TOO_LONG);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            tooLong();
            return;
        }
        if (cause instanceof IOException || cause.getCause() instanceof SSLException) {
            wire.close();
        } else {
            wire.fail(cause);
        }
    }
}
