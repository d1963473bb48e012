package org.motherlode.ra;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/** A miner that logs in as soon as it is connected, and throws away what it hears. */
final class LoggingIn extends ChannelInboundHandlerAdapter {
    private final String line;

    LoggingIn(String line) {
        this.line = line;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        byte[] login = (line + "\n").getBytes(StandardCharsets.UTF_8);
        ChannelFuture ignored = context.writeAndFlush(Unpooled.wrappedBuffer(login));
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ReferenceCountUtil.release(message);
    }
}
