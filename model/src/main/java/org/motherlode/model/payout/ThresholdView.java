package org.motherlode.model.payout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.money.Money;

/**
 * A miner's threshold as anybody may see it.
 *
 * @param now what holds now
 * @param newest the newest changes, the newest first, those that wait among them
 */
public record ThresholdView(ThresholdBounds bounds, Money now, List<ThresholdChange> newest) {
    public ThresholdView {
        newest = List.copyOf(newest);
    }

    /** The newest change, if it does not count yet. */
    public Optional<ThresholdChange> waiting(Instant at) {
        return newest.stream().findFirst().filter(change -> change.effectiveAt().isAfter(at));
    }
}
