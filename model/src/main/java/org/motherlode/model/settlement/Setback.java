package org.motherlode.model.settlement;

import java.time.Instant;

/**
 * A stage whose last runs failed.
 *
 * @param times how many in a row, at least 1
 * @param since when the first of them was seen to have failed
 * @param words why the last one failed, as far as it is known; never empty
 */
public record Setback(SettlementTask task, int times, Instant since, String words) {
    public Setback {
        if (times < 1) {
            throw new IllegalArgumentException("a setback begins with the first failure, not with " + times);
        }
    }
}
