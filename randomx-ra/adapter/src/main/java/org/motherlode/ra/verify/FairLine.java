package org.motherlode.ra.verify;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One lane. Networks get the same time each however many addresses they have, within a network so do its addresses, and within
 * an address its connections, however much those send. When it is full, the network that has the most waiting makes room for
 * one that has less, and where that is its own, so do addresses and connections. Not thread-safe.
 */
final class FairLine<T> {
    private final int most;
    private final SharedQueue<?, Taken<T>> networks;

    /** A task and whose it is. */
    record Taken<T>(Sender sender, T task) {}

    FairLine(int most) {
        this.most = most;
        this.networks = new SharedQueue<>(Sender::network, this::ofNetwork, most);
    }

    int size() {
        return networks.size();
    }

    /** False if there is no room; what had to make room is given to {@code displaced}. */
    boolean add(Sender sender, T task, Consumer<T> displaced) {
        if (size() >= most) {
            Optional<Taken<T>> gone = networks.makeRoom(sender);
            if (gone.isEmpty()) {
                return false;
            }
            displaced.accept(gone.get().task());
        }
        networks.add(sender, new Taken<>(sender, task));
        return true;
    }

    /** The task whose turn it is; its sender is charged with this much at once. */
    Optional<Taken<T>> take(long nanos) {
        return networks.size() == 0 ? Optional.empty() : Optional.of(networks.take(nanos));
    }

    /** Another line with those of the tasks that are {@code kept}. This one is empty then. */
    FairLine<T> only(Predicate<T> kept) {
        FairLine<T> rest = new FairLine<>(most);
        for (Optional<Taken<T>> next = take(1); next.isPresent(); next = take(1)) {
            Taken<T> taken = next.get();
            if (kept.test(taken.task())) {
                rest.networks.add(taken.sender(), taken);
            }
        }
        return rest;
    }

    /** Corrects what this sender was charged with; less than zero takes back. */
    void charge(Sender sender, long nanos) {
        networks.charge(sender, nanos);
    }

    private TaskQueue<Taken<T>> ofNetwork() {
        return new SharedQueue<>(Sender::address, this::ofAddress, most);
    }

    private TaskQueue<Taken<T>> ofAddress() {
        return new SharedQueue<>(Function.identity(), OwnQueue::new, most);
    }
}
