package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** In the pipeline of a connection from its place among the {@link Greetings} until it may speak, or is too late. */
final class Greeting extends ChannelInboundHandlerAdapter {
    private final Greetings greetings;
    private final Channel channel;
    private InetAddress from;
    private Optional<Future<?>> deadline = Optional.empty();

    Greeting(Greetings greetings, Channel channel, InetAddress from) {
        this.greetings = greetings;
        this.channel = channel;
        this.from = from;
    }

    /** Its proxy has said from where it really is. */
    void isFrom(InetAddress known) {
        greetings.moved(channel, from, known);
        from = known;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = Optional.of(
                context.executor().schedule(() -> greetings.cut(channel), greetings.millis(), TimeUnit.MILLISECONDS));
    }

    /** Also when the connection ends. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deadline.ifPresent(timer -> timer.cancel(false));
        greetings.left(channel, from);
    }
}
