package org.motherlode.ra.guard;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The origins of one kind. Those with connections are as many as connections are allowed; of the others so many are
 * remembered, the one that was longest without a connection is forgotten first.
 */
final class Origins<K> {
    private final int remembered;
    private final Supplier<Origin> unknown;
    private final Map<K, Origin> live = new HashMap<>();
    private final LinkedHashMap<K, Origin> idle = new LinkedHashMap<>();

    Origins(int remembered, Supplier<Origin> unknown) {
        this.remembered = remembered;
        this.unknown = unknown;
    }

    /** One connection more, unless there are {@code most}; then {@link #leave} must follow. */
    synchronized Optional<Origin> enter(K key, int most) {
        Origin origin = Optional.ofNullable(live.get(key))
                .or(() -> Optional.ofNullable(idle.remove(key)))
                .orElseGet(unknown);
        boolean room = origin.connections() < most;
        if (room) {
            origin.entered();
        }
        if (origin.connections() > 0) {
            live.put(key, origin);
        } else {
            remember(key, origin);
        }
        return room ? Optional.of(origin) : Optional.empty();
    }

    synchronized void leave(K key, Origin origin) {
        if (origin.left() == 0) {
            live.remove(key);
            remember(key, origin);
        }
    }

    synchronized int size() {
        return live.size() + idle.size();
    }

    private void remember(K key, Origin origin) {
        idle.put(key, origin);
        if (idle.size() > remembered) {
            Iterator<K> eldest = idle.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
