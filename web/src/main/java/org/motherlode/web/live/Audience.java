package org.motherlode.web.live;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolName;

/** All listeners, by the id of their connection. */
final class Audience {
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final LiveBounds bounds;

    Audience(LiveBounds bounds) {
        this.bounds = bounds;
    }

    /** False if the house is full. */
    synchronized boolean admit(String id, Supplier<Listener> listener) {
        if (listeners.size() >= bounds.clients()) {
            return false;
        }
        listeners.put(id, listener.get());
        return true;
    }

    void leave(String id) {
        Listener gone = listeners.remove(id);
        if (gone != null) {
            gone.outbox().close();
        }
    }

    Collection<Listener> all() {
        return listeners.values();
    }

    Listener byId(String id) {
        Listener listener = listeners.get(id);
        if (listener == null) {
            throw new IllegalStateException("no listener " + id);
        }
        return listener;
    }

    boolean knows(String id) {
        return listeners.containsKey(id);
    }

    /** Sends to all who listen to this channel of this pool. */
    void tell(PoolName pool, String channel, String message) {
        for (Listener listener : listeners.values()) {
            if (listener.pool().equals(pool) && listener.hears(channel)) {
                listener.outbox().add(message);
            }
        }
    }

    Set<PoolName> pools() {
        return listeners.values().stream().map(Listener::pool).collect(Collectors.toSet());
    }

    /** The miners that somebody watches in this pool, a bounded number of them. */
    Set<String> miners(PoolName pool) {
        return listeners.values().stream()
                .filter(listener -> listener.pool().equals(pool))
                .flatMap(listener -> listener.channels().stream())
                .filter(Channel::isMiner)
                .map(Channel::address)
                .distinct()
                .limit(bounds.miners())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
