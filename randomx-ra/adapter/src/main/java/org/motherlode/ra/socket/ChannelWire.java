package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.model.wire.Extension;
import org.motherlode.ra.session.Wire;
import org.motherlode.ra.trouble.Trouble;

/**
 * A miner's connection. After the last line nothing more is sent, and what comes is thrown away until the miner leaves or
 * the time for that is over: a socket closed with unread bytes is reset, and the reset overtakes the last line.
 */
final class ChannelWire implements Wire {
    private static final Logger LOG = Logger.getLogger(ChannelWire.class);

    private final DuplexChannel channel;
    private final InetAddress from;
    private final Set<Extension> offers;
    private final long lingerMillis;
    private final Trouble faults;
    private final ChannelFutureListener taken = this::taken;
    private long linesSent;
    private long linesTaken;
    private boolean ending;

    /**
     * @param from where the miner is, which behind a proxy is not where the connection comes from
     * @param offers what is true of its port
     */
    ChannelWire(DuplexChannel channel, InetAddress from, Set<Extension> offers, long lingerMillis, Trouble faults) {
        this.channel = channel;
        this.from = from;
        this.offers = offers;
        this.lingerMillis = lingerMillis;
        this.faults = faults;
    }

    @Override
    public InetAddress from() {
        return from;
    }

    @Override
    public Set<Extension> offers() {
        return offers;
    }

    @Override
    public void send(String line) {
        if (!ending) {
            linesSent++;
            write(line, taken);
        }
    }

    @Override
    public void sendLast(String line) {
        if (!ending) {
            ending = true;
            // A miner that reads too slowly is not read from; to leave it must be.
            channel.config().setAutoRead(true);
            write(line, this::leave);
            Future<?> ignored = channel.eventLoop().schedule(this::close, lingerMillis, TimeUnit.MILLISECONDS);
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
    public long linesSent() {
        return linesSent;
    }

    @Override
    public long linesTaken() {
        return linesTaken;
    }

    @Override
    public void onLoop(Runnable task) {
        try {
            channel.eventLoop().execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    fail(e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debugf("%s has ended, nobody to tell", channel);
        }
    }

    /** Ends the connection that ran into a bug; nobody else is touched. */
    void fail(Throwable bug) {
        faults.note(channel + " of " + from.getHostAddress() + " is closed, a fault of ours: " + bug, bug);
        close();
    }

    /** Lines that come after the last one are not looked at. */
    @Override
    public boolean isEnding() {
        return ending;
    }

    private void taken(ChannelFuture written) {
        linesTaken++;
        if (!written.isSuccess()) {
            close();
        }
    }

    private void leave(ChannelFuture sent) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (!sent.isSuccess()) {
            close();
        } else if (tls == null) {
            endOurHalf();
        } else {
            ChannelFuture ignored = tls.closeOutbound().addListener(told -> endOurHalf());
        }
    }

    private void endOurHalf() {
        ChannelFuture ignored = channel.shutdownOutput();
    }

    private void write(String line, ChannelFutureListener then) {
        ByteBuf bytes = Unpooled.wrappedBuffer((line + "\n").getBytes(StandardCharsets.UTF_8));
        ChannelFuture ignored = channel.writeAndFlush(bytes).addListener(then);
    }
}
