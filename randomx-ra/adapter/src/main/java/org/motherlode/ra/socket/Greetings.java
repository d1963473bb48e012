package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.ra.network.Crowd;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;

/** Connections that have not come to their first line: so many and no more, and each for a while and no longer. */
final class Greetings {
    private final PortSettings settings;
    private final Figures figures;
    private final AtomicInteger now = new AtomicInteger();
    private final Crowd<Channel> crowd = new Crowd<>();

    Greetings(PortSettings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
        figures.read(Gauge.HANDSHAKES, now::get);
    }

    /**
     * On the connection's loop. False if there are too many, and no other network has more; what has begun already is not
     * begun again, but counts from now on as from there.
     */
    boolean begin(Channel channel, InetAddress from) {
        Greeting begun = channel.pipeline().get(Greeting.class);
        if (begun != null) {
            begun.isFrom(from);
            return true;
        }
        if (now.incrementAndGet() > settings.handshakes() && !makeRoom(from)) {
            now.decrementAndGet();
            return false;
        }
        crowd.enter(from, channel);
        channel.pipeline().addFirst(new Greeting(this, channel, from));
        return true;
    }

    /** On the connection's loop: it may speak now, or begins with that at once. */
    void end(Channel channel) {
        if (channel.pipeline().get(Greeting.class) != null) {
            channel.pipeline().remove(Greeting.class);
        }
    }

    long millis() {
        return settings.handshakeMillis();
    }

    void cut(Channel channel) {
        figures.count(Count.CONNECTIONS_CUT_HANDSHAKE);
        ChannelFuture ignored = channel.close();
    }

    void moved(Channel channel, InetAddress before, InetAddress now) {
        crowd.leave(before, channel);
        crowd.enter(now, channel);
    }

    void left(Channel channel, InetAddress from) {
        crowd.leave(from, channel);
        now.decrementAndGet();
    }

    private boolean makeRoom(InetAddress newcomer) {
        Optional<Channel> displaced = crowd.makeRoom(newcomer);
        displaced.ifPresent(channel -> {
            figures.count(Count.CONNECTIONS_DISPLACED);
            ChannelFuture ignored = channel.close();
        });
        return displaced.isPresent();
    }
}
