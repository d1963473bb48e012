package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ra.network.Crowd;

/**
 * Who has a place. Whoever has had a good share lately keeps it; whoever has not, or not for too long, may have to give it up
 * for somebody of a network with fewer. Safe for any thread.
 */
final class Tenants {
    private record Proof(InetAddress from, long atMillis) {}

    private final long provenMillis;
    private final Crowd<Guest> unproven = new Crowd<>();
    /** In the order of their last good shares. */
    private final LinkedHashMap<Guest, Proof> proven = new LinkedHashMap<>();

    /** {@code provenMillis}: for how long a good share keeps a place. */
    Tenants(long provenMillis) {
        this.provenMillis = provenMillis;
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
            eldest.remove();
            unproven.enter(next.getValue().from(), next.getKey());
        }
        return unproven.makeRoom(newcomer);
    }
}
