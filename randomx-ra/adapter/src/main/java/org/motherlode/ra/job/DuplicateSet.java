package org.motherlode.ra.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;

/**
 * The shares that were sent for a template, as bytes and not as text, so that another spelling is no other share. Bounded:
 * when it is full nothing more is taken for this template rather than something twice. Claimed blocks have some room more.
 */
final class DuplicateSet {
    /** What became of an entry. */
    enum Entry {
        NEW,
        KNOWN,
        FULL
    }

    private record Key(ExtraNonce extraNonce, Octets nonce) {}

    private static final int PARTS = 16;

    private final int most;
    private final AtomicInteger size = new AtomicInteger();
    private final Set<Key> keys = ConcurrentHashMap.newKeySet();

    DuplicateSet(int most) {
        this.most = most;
    }

    Entry add(ExtraNonce extraNonce, Octets nonce, boolean urgent) {
        Key key = new Key(extraNonce, nonce);
        int room = urgent ? most + most / PARTS + 1 : most;
        if (size.incrementAndGet() > room) {
            size.decrementAndGet();
            return keys.contains(key) ? Entry.KNOWN : Entry.FULL;
        }
        if (keys.add(key)) {
            return Entry.NEW;
        }
        size.decrementAndGet();
        return Entry.KNOWN;
    }

    void remove(ExtraNonce extraNonce, Octets nonce) {
        if (keys.remove(new Key(extraNonce, nonce))) {
            size.decrementAndGet();
        }
    }
}
