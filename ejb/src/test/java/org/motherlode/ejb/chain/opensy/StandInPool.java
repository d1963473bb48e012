package org.motherlode.ejb.chain.opensy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transactions that wait for a block, and what each of all that ever did pays. Not thread-safe. */
final class StandInPool {
    /**
     * One that waits.
     *
     * @param sigops as the node counted them
     */
    record Waiting(Transaction transaction, long fee, long sigops) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Long> fees = new LinkedHashMap<>();

    void add(Waiting one) {
        waiting.put(one.transaction().id(), one);
        fees.put(one.transaction().id(), one.fee());
    }

    void remove(String id) {
        waiting.remove(id);
    }

    Optional<Waiting> find(String id) {
        return Optional.ofNullable(waiting.get(id));
    }

    Collection<Waiting> all() {
        return List.copyOf(waiting.values());
    }

    /** Empty of a transaction that was never here. */
    Optional<Long> fee(String id) {
        return Optional.ofNullable(fees.get(id));
    }

    boolean spends(String outpoint) {
        return waiting.values().stream()
                .flatMap(one -> one.transaction().inputs().stream())
                .anyMatch(input -> input.outpoint().equals(outpoint));
    }

    /** Those of a block, and those that spend what it spends, wait no more. */
    void mined(Block block) {
        for (Transaction transaction : block.transactions()) {
            waiting.remove(transaction.id());
            transaction.inputs().forEach(input -> waiting.values().removeIf(one -> one.transaction().inputs().stream()
                    .anyMatch(other -> other.outpoint().equals(input.outpoint()))));
        }
    }
}
