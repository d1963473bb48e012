package org.motherlode.ra.verify;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.motherlode.model.bytes.Octets;

/** What the connections of one address have waiting in a lane; they take turns too. Not thread-safe. */
final class AddressLine<T> {
    private final Octets address;
    private final long number;
    private final Turns<Sender> turns;
    private final Map<Sender, ArrayDeque<T>> queues = new HashMap<>();
    private int size;

    /** {@code number}: another one for each line of a lane. */
    AddressLine(Octets address, long number, int mostResting) {
        this.address = address;
        this.number = number;
        this.turns = new Turns<>(mostResting);
    }

    Octets address() {
        return address;
    }

    long number() {
        return number;
    }

    int size() {
        return size;
    }

    void add(Sender sender, T task) {
        queues.computeIfAbsent(sender, fresh -> new ArrayDeque<>()).addLast(task);
        turns.waits(sender);
        size++;
    }

    /** The oldest task of the sender whose turn it is, who is charged for it; at least one must wait. */
    FairLine.Taken<T> take(long nanos) {
        Sender sender = turns.next();
        turns.charge(sender, nanos);
        T task = queue(sender).removeFirst();
        left(sender);
        return new FairLine.Taken<>(sender, task);
    }

    /** The newest task of the connection that has the most. */
    T takeNewest() {
        Sender greediest = queues.entrySet().stream()
                .max(Comparator.comparingInt(queue -> queue.getValue().size()))
                .orElseThrow()
                .getKey();
        T task = queue(greediest).removeLast();
        left(greediest);
        return task;
    }

    void charge(Sender sender, long nanos) {
        turns.charge(sender, nanos);
    }

    private void left(Sender sender) {
        size--;
        if (queue(sender).isEmpty()) {
            queues.remove(sender);
            turns.rests(sender);
        }
    }

    private ArrayDeque<T> queue(Sender sender) {
        return queues.getOrDefault(sender, new ArrayDeque<>());
    }
}
