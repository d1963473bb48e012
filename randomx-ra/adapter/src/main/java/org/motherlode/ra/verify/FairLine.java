package org.motherlode.ra.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.motherlode.model.bytes.Octets;

/**
 * One lane. Addresses get the same time each however many connections they have and however much those send; within an
 * address so do its connections. When it is full, the address that has the most waiting makes room for one that has less.
 * Not thread-safe.
 */
final class FairLine<T> {
    private final int most;
    private final Turns<Octets> turns;
    private final Map<Octets, AddressLine<T>> lines = new HashMap<>();
    private final NavigableSet<AddressLine<T>> bySize = new TreeSet<>(
            Comparator.<AddressLine<T>>comparingInt(AddressLine::size).thenComparingLong(AddressLine::number));
    private int size;
    private long numbers;

    /** A task and whose it is. */
    record Taken<T>(Sender sender, T task) {}

    FairLine(int most) {
        this.most = most;
        this.turns = new Turns<>(most);
    }

    int size() {
        return size;
    }

    /** False if there is no room; what had to make room is given to {@code displaced}. */
    boolean add(Sender sender, T task, Consumer<T> displaced) {
        if (size >= most && !makeRoom(sender.address(), displaced)) {
            return false;
        }
        AddressLine<T> line =
                lines.computeIfAbsent(sender.address(), address -> new AddressLine<>(address, numbers++, most));
        bySize.remove(line);
        line.add(sender, task);
        bySize.add(line);
        turns.waits(sender.address());
        size++;
        return true;
    }

    /** The task whose turn it is; its sender is charged with this much at once. */
    Optional<Taken<T>> take(long nanos) {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        AddressLine<T> line = line(turns.next());
        turns.charge(line.address(), nanos);
        bySize.remove(line);
        Taken<T> taken = line.take(nanos);
        left(line);
        return Optional.of(taken);
    }

    /** Corrects what this sender was charged with; less than zero takes back. */
    void charge(Sender sender, long nanos) {
        turns.charge(sender.address(), nanos);
        AddressLine<T> line = lines.get(sender.address());
        if (line != null) {
            line.charge(sender, nanos);
        }
    }

    private boolean makeRoom(Octets newcomer, Consumer<T> displaced) {
        AddressLine<T> longest = bySize.last();
        AddressLine<T> own = lines.get(newcomer);
        if (longest.size() <= (own == null ? 0 : own.size()) + 1) {
            return false;
        }
        bySize.remove(longest);
        T task = longest.takeNewest();
        left(longest);
        displaced.accept(task);
        return true;
    }

    private void left(AddressLine<T> line) {
        size--;
        if (line.size() > 0) {
            bySize.add(line);
        } else {
            lines.remove(line.address());
            turns.rests(line.address());
        }
    }

    private AddressLine<T> line(Octets address) {
        AddressLine<T> line = lines.get(address);
        if (line == null) {
            throw new IllegalStateException("nothing of " + address + " waits");
        }
        return line;
    }
}
