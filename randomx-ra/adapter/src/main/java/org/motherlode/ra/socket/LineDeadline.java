package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/**
 * Behind the splitting into lines: what has come of a line that has no end is kept until the end comes, and whoever never
 * sends that has it kept for nothing. So a line must end so long after its beginning, and a record of TLS with it.
 */
final class LineDeadline extends ChannelInboundHandlerAdapter {
    private final long millis;
    private final BooleanSupplier begun;
    private final Figures figures;
    private boolean ended;
    private Optional<Future<?>> deadline = Optional.empty();

    /** @param begun whether something is kept of a line or record whose end has not come */
    LineDeadline(long millis, BooleanSupplier begun, Figures figures) {
        this.millis = millis;
        this.begun = begun;
        this.figures = figures;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object line) {
        ended = true;
        context.fireChannelRead(line);
    }

    /** Also when lines that had waited here were handled. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        boolean unfinished = begun.getAsBoolean();
        if (ended || !unfinished) {
            forget();
        }
        ended = false;
        if (unfinished && deadline.isEmpty() && context.channel().isActive()) {
            deadline = Optional.of(context.executor().schedule(() -> cut(context), millis, TimeUnit.MILLISECONDS));
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forget();
    }

    private void cut(ChannelHandlerContext context) {
        figures.count(Count.CONNECTIONS_CUT_LINE);
        ChannelFuture ignored = context.close();
    }

    private void forget() {
        deadline.ifPresent(timer -> timer.cancel(false));
        deadline = Optional.empty();
    }
}
