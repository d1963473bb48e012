package org.motherlode.ejb.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.motherlode.model.view.ViewUnavailableException;

/**
 * Answers that are good for a while. Whoever asks for the same at the same time waits for one and the same query, and a
 * failure is kept as long as an answer: a database in trouble is not asked more than one in health.
 */
final class Kept<K, V> {
    private final int most;
    private final Duration life;
    private final InstantSource clock;
    private final Map<K, Slot<V>> slots = new LinkedHashMap<>();

    Kept(int most, Duration life, InstantSource clock) {
        this.most = most;
        this.life = life;
        this.clock = clock;
    }

    V get(K key, Supplier<V> query) {
        Slot<V> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, any -> new Slot<>());
            if (slots.size() > most) {
                dropOldest();
            }
        }
        return slot.get(query, life, clock);
    }

    private void dropOldest() {
        Iterator<K> oldest = slots.keySet().iterator();
        oldest.next();
        oldest.remove();
    }

    private static final class Slot<V> {
        private Optional<Supplier<V>> answer = Optional.empty();
        private Instant until = Instant.MIN;

        private synchronized V get(Supplier<V> query, Duration life, InstantSource clock) {
            if (answer.isEmpty() || !clock.instant().isBefore(until)) {
                answer = Optional.of(ask(query));
                until = clock.instant().plus(life);
            }
            return answer.get().get();
        }

        private static <V> Supplier<V> ask(Supplier<V> query) {
            try {
                V value = query.get();
                return () -> value;
            } catch (ViewUnavailableException e) {
                return () -> {
                    throw new ViewUnavailableException(String.valueOf(e.getMessage()), e);
                };
            }
        }
    }
}
