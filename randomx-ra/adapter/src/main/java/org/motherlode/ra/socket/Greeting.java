package org.motherlode.ra.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** In the pipeline of a connection from its place among the {@link Greetings} until it may speak, or is too late. */
final class Greeting extends ChannelInboundHandlerAdapter {
    private final Greetings greetings;
    private Optional<Future<?>> deadline = Optional.empty();

    Greeting(Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = Optional.of(context.executor()
                .schedule(() -> greetings.cut(context.channel()), greetings.millis(), TimeUnit.MILLISECONDS));
    }

    /** Also when the connection ends. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        deadline.ifPresent(timer -> timer.cancel(false));
        greetings.left();
    }
}
