package org.motherlode.ra.network;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.motherlode.model.ban.AddressRange;

/**
 * Those who have a place and have yet to show that they deserve it. Where all places are taken, the network that has most of
 * them gives up its oldest for one that has fewer, so that nobody is kept out by being later than somebody else's crowd. A
 * network is that of {@link Whereabouts}. Safe for any thread.
 *
 * @param <T> who takes part, compared by identity or an equality that does not change
 */
public final class Crowd<T> {
    private static final class Group<T> {
        private final AddressRange network;
        private final long number;
        private final Set<T> members = new LinkedHashSet<>();

        Group(AddressRange network, long number) {
            this.network = network;
            this.number = number;
        }

        int size() {
            return members.size();
        }

        long number() {
            return number;
        }
    }

    private final Map<AddressRange, Group<T>> groups = new HashMap<>();
    private final NavigableSet<Group<T>> bySize =
            new TreeSet<>(Comparator.<Group<T>>comparingInt(Group::size).thenComparingLong(Group::number));
    private long numbers;

    /** One more; {@link #leave} or {@link #makeRoom} must follow. */
    public synchronized void enter(InetAddress from, T who) {
        Group<T> group = groups.computeIfAbsent(network(from), fresh -> new Group<>(fresh, numbers++));
        bySize.remove(group);
        group.members.add(who);
        bySize.add(group);
    }

    /** Has gone, or deserves its place. Who is not there is not missed. */
    public synchronized void leave(InetAddress from, T who) {
        Group<T> group = groups.get(network(from));
        if (group != null) {
            leave(group, who);
        }
    }

    /** Who has to go for a newcomer from here; empty if its own network would then have as many as any other. */
    public synchronized Optional<T> makeRoom(InetAddress newcomer) {
        Group<T> own = groups.get(network(newcomer));
        int ownSize = own == null ? 0 : own.size();
        if (bySize.isEmpty() || bySize.last().size() <= ownSize + 1) {
            return Optional.empty();
        }
        Group<T> largest = bySize.last();
        T oldest = largest.members.iterator().next();
        leave(largest, oldest);
        return Optional.of(oldest);
    }

    private void leave(Group<T> group, T who) {
        bySize.remove(group);
        group.members.remove(who);
        if (group.size() > 0) {
            bySize.add(group);
        } else {
            groups.remove(group.network);
        }
    }

    private static AddressRange network(InetAddress from) {
        return Whereabouts.of(from).network();
    }
}
