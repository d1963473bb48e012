package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ra.network.Crowd;

/**
 * Who has a place. Whoever has had a good share lately keeps it; whoever has not, or not for too long, may have to give it up
 * for somebody of a network with fewer. Only so many are kept: beyond, each good share takes that from whoever had its last one
 * longest ago, so that all places cannot be held by a share of each now and then, and who works more than that loses nothing.
 * Safe for any thread.
 */
final class Tenants {
    private record Proof(InetAddress from, long atMillis) {}

    private final long provenMillis;
    private final int mostKept;
    private final Crowd<Guest> unproven = new Crowd<>();
    /** In the order of their last good shares. */
    private final LinkedHashMap<Guest, Proof> proven = new LinkedHashMap<>();

    /** {@code provenMillis}: for how long a good share keeps a place; {@code mostKept}: how many places are. */
    Tenants(long provenMillis, int mostKept) {
        this.provenMillis = provenMillis;
        this.mostKept = mostKept;
    }

    /** One more, who has shown nothing yet; {@link #leave} must follow. */
    synchronized void enter(InetAddress from, Guest guest) {
        unproven.enter(from, guest);
    }

    /** A good share of somebody who is inside. */
    synchronized void worked(InetAddress from, Guest guest, long nowMillis) {
        if (proven.remove(guest) == null) {
            unproven.leave(from, guest);
        }
        proven.put(guest, new Proof(from, nowMillis));
        if (proven.size() > mostKept) {
            Iterator<Map.Entry<Guest, Proof>> eldest = proven.entrySet().iterator();
            forget(eldest, eldest.next());
        }
    }

    synchronized void leave(InetAddress from, Guest guest) {
        proven.remove(guest);
        unproven.leave(from, guest);
    }

    /** Who has to go for a newcomer from here, as {@link Crowd#makeRoom} says it. */
    synchronized Optional<Guest> makeRoom(InetAddress newcomer, long nowMillis) {
        Iterator<Map.Entry<Guest, Proof>> eldest = proven.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<Guest, Proof> next = eldest.next();
            if (nowMillis - next.getValue().atMillis() < provenMillis) {
                break;
            }
            forget(eldest, next);
        }
        return unproven.makeRoom(newcomer);
    }

    /** It counts here as if it had had no good share yet, until its next one. */
    private void forget(Iterator<Map.Entry<Guest, Proof>> at, Map.Entry<Guest, Proof> one) {
        at.remove();
        unproven.enter(one.getValue().from(), one.getKey());
    }
}
