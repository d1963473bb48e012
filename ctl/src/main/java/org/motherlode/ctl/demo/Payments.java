package org.motherlode.ctl.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.motherlode.ctl.process.ProgramFailedException;

/** What a pool tells of its payments to the demo's miners. */
record Payments(List<PoolApi.Payment> all) {
    private static final String SENT = "SENT";
    private static final String CONFIRMED = "CONFIRMED";
    /** Given back to the balance, which the next batch pays. */
    private static final String RELEASED = "RELEASED";

    private static final Set<String> ENDS = Set.of(CONFIRMED, RELEASED);

    Payments {
        all = List.copyOf(all);
    }

    /** The batches that have come to an end. */
    Set<Long> endedBatches() {
        return all.stream()
                .filter(Payments::hasEnded)
                .map(PoolApi.Payment::batch)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of other batches. */
    Payments without(Set<Long> batches) {
        return new Payments(all.stream()
                .filter(payment -> !batches.contains(payment.batch()))
                .toList());
    }

    boolean has(String state) {
        return all.stream().anyMatch(payment -> payment.state().equals(state));
    }

    /** The transactions that are on their way. */
    Set<String> sent() {
        return all.stream()
                .filter(payment -> payment.state().equals(SENT))
                .map(PoolApi.Payment::transactionId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when something was paid and nothing is on its way any more. */
    boolean areConfirmed() {
        return has(CONFIRMED) && all.stream().allMatch(Payments::hasEnded);
    }

    List<PoolApi.Payment> confirmed() {
        return all.stream().filter(payment -> payment.state().equals(CONFIRMED)).toList();
    }

    /** Returns these, unless one is in review: the pool pays nothing more then, and waiting would be in vain. */
    Payments requireNoReview() {
        for (PoolApi.Payment payment : all) {
            if (payment.state().equals("REVIEW")) {
                throw new ProgramFailedException("payout batch " + payment.batch() + " is in REVIEW, and the pool pays"
                        + " nothing more until a person decides: docs/payouts.md says how; ./motherlode clean deletes the"
                        + " demo's pool");
            }
        }
        return this;
    }

    /** For people. */
    String states() {
        List<String> states =
                all.stream().map(PoolApi.Payment::state).distinct().toList();
        return states.isEmpty() ? "none yet" : String.join(", ", states);
    }

    private static boolean hasEnded(PoolApi.Payment payment) {
        return ENDS.contains(payment.state());
    }
}
