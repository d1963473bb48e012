package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;

/** Connections that have not come to their first line: so many and no more, and each for a while and no longer. */
final class Greetings {
    private final PortSettings settings;
    private final Figures figures;
    private final AtomicInteger now = new AtomicInteger();

    Greetings(PortSettings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
        figures.read(Gauge.HANDSHAKES, now::get);
    }

    /** On the connection's loop. False if there are too many; what has begun already is not begun again. */
    boolean begin(Channel channel) {
        if (channel.pipeline().get(Greeting.class) != null) {
            return true;
        }
        if (now.incrementAndGet() > settings.handshakes()) {
            left();
            return false;
        }
        channel.pipeline().addFirst(new Greeting(this));
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
        figures.count(Count.CONNECTIONS_CUT);
        ChannelFuture ignored = channel.close();
    }

    void left() {
        now.decrementAndGet();
    }
}
