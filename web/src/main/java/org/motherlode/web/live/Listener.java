package org.motherlode.web.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.motherlode.model.pool.PoolName;

/** One connection: its pool, what it listens to, and what waits for it. */
final class Listener {
    private final PoolName pool;
    private final Outbox outbox;
    private final LiveBounds bounds;
    private final Set<String> channels = new LinkedHashSet<>();
    private int requests;

    Listener(PoolName pool, Outbox outbox, LiveBounds bounds) {
        this.pool = pool;
        this.outbox = outbox;
        this.bounds = bounds;
    }

    PoolName pool() {
        return pool;
    }

    Outbox outbox() {
        return outbox;
    }

    /** False if that would be one too many. */
    synchronized boolean subscribe(String channel) {
        return channels.contains(channel) || (channels.size() < bounds.channels() && channels.add(channel));
    }

    synchronized void unsubscribe(String channel) {
        channels.remove(channel);
    }

    synchronized boolean hears(String channel) {
        return channels.contains(channel);
    }

    synchronized List<String> channels() {
        return List.copyOf(channels);
    }

    /** Counts a request; false once there were too many since the last tick. */
    synchronized boolean mayAsk() {
        requests++;
        return requests <= bounds.requests();
    }

    void tick() {
        synchronized (this) {
            requests = 0;
        }
        outbox.tick();
    }
}
