package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.motherlode.ra.session.Wire;

/** A miner's connection. After the last line nothing more is read or sent. */
final class ChannelWire implements Wire {
    private static final Logger LOG = Logger.getLogger(ChannelWire.class);

    private final Channel channel;
    private boolean ending;

    ChannelWire(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void send(String line) {
        if (!ending) {
            write(line, ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }

    @Override
    public void sendLast(String line) {
        if (!ending) {
            ending = true;
            channel.config().setAutoRead(false);
            write(line, ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void close() {
        ending = true;
        ChannelFuture ignored = channel.close();
    }

    @Override
    public boolean keepsUp() {
        return channel.isWritable();
    }

    @Override
    public void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debugf("%s has ended, nobody to tell", channel);
        }
    }

    /** Lines that came in one piece with the last one are not looked at. */
    boolean isEnding() {
        return ending;
    }

    private void write(String line, ChannelFutureListener then) {
        ByteBuf bytes = Unpooled.wrappedBuffer((line + "\n").getBytes(StandardCharsets.UTF_8));
        ChannelFuture ignored = channel.writeAndFlush(bytes).addListener(then);
    }
}
