package org.motherlode.batch.pay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PreparedPayment;

/** The batches by number, with the rules of their table: one is on its way at a time, and one may wait for two persons. */
final class Batches {
    private final List<PayoutBatch> all = new ArrayList<>();

    List<PayoutBatch> all() {
        return List.copyOf(all);
    }

    List<PayoutBatch> open() {
        return all.stream().filter(batch -> batch.state().isOpen()).toList();
    }

    PayoutBatch add(PaymentOrder order, boolean waits) {
        if (open().stream().anyMatch(batch -> batch.waits() == waits)) {
            throw new IllegalStateException("a payout is open");
        }
        PayoutBatch batch = new PayoutBatch(
                all.size(), Rows.POOL, PayoutState.RESERVED, order, Optional.empty(), Instant.EPOCH, !waits, 0);
        all.add(batch);
        return batch;
    }

    PayoutBatch begin(PayoutBatch batch, Instant now) {
        if (!batch.isReleased() || open().stream().anyMatch(open -> !open.waits())) {
            throw new IllegalStateException("payout " + batch.number() + " cannot go on now");
        }
        return set(new PayoutBatch(
                batch.number(),
                batch.pool(),
                batch.state(),
                batch.order(),
                batch.prepared(),
                now,
                true,
                batch.persons()));
    }

    PayoutBatch change(PayoutBatch batch, PayoutState to, Optional<PreparedPayment> payment, Instant now) {
        PayoutBatch row = all.get(Math.toIntExact(batch.number()));
        boolean signed = to != PayoutState.RELEASED && to != PayoutState.REVIEW;
        if (row.state() != batch.state() || !Steps.allowed(row.state(), to) || (row.waits() && signed)) {
            throw new IllegalStateException(row.state() + " cannot become " + to);
        }
        return set(
                new PayoutBatch(row.number(), row.pool(), to, row.order(), payment, now, row.begun(), row.persons()));
    }

    /** One person more releases what waits. */
    void release() {
        open().stream()
                .filter(PayoutBatch::waits)
                .forEach(row -> set(new PayoutBatch(
                        row.number(),
                        row.pool(),
                        row.state(),
                        row.order(),
                        row.prepared(),
                        row.changedAt(),
                        false,
                        row.persons() + 1)));
    }

    /** A person gives what is in review back to the job. */
    void askAgain() {
        all.replaceAll(batch -> batch.state() == PayoutState.REVIEW
                ? new PayoutBatch(
                        batch.number(),
                        batch.pool(),
                        PayoutState.PREPARED,
                        batch.order(),
                        batch.prepared(),
                        Instant.EPOCH)
                : batch);
    }

    DaySpending spent(Instant now) {
        return new DaySpending(all.stream()
                .filter(batch -> batch.begun() && batch.state() != PayoutState.RELEASED && batch.persons() == 0)
                .map(batch -> new DaySpending.Begun(
                        batch.state() == PayoutState.CONFIRMED ? batch.changedAt() : now,
                        batch.order().total().atoms()))
                .filter(one -> one.at().plus(DaySpending.DAY).isAfter(now))
                .toList());
    }

    private PayoutBatch set(PayoutBatch batch) {
        all.set(Math.toIntExact(batch.number()), batch);
        return batch;
    }
}
