package org.motherlode.ra.verify;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many verifiers may be with miners that have proven nothing, as long as proven ones are at work. A hash cannot be broken off:
 * whoever has the right of way still waits until a verifier is done, and what strangers claim falsely takes two hashes. Not
 * thread-safe.
 */
final class StrangerBound {
    private final int verifiers;
    private final int most;
    private final int spare;
    private final long atWorkNanos;
    private final LongSupplier nanos;
    private int busy;
    private int withStrangers;
    private boolean provenCame;
    private long provenAt;

    /** {@code nanos}: a clock as {@link System#nanoTime} is one. */
    StrangerBound(VerifySettings settings, LongSupplier nanos) {
        this.verifiers = settings.threads();
        this.most = settings.unprovenVerifiers();
        this.spare = Math.min(settings.spareVerifiers(), verifiers - 1);
        this.atWorkNanos = TimeUnit.MILLISECONDS.toNanos(settings.atWorkMillis());
        this.nanos = nanos;
    }

    /** Something was brought to this lane, whether there was room for it or not. */
    void came(Lane lane) {
        if (!lane.isUnproven()) {
            provenCame = true;
            provenAt = nanos.getAsLong();
        }
    }

    /** A verifier turns to this lane; {@link #ends} must follow. */
    void begins(Lane lane) {
        busy++;
        withStrangers += lane.isUnproven() ? 1 : 0;
    }

    void ends(Lane lane) {
        busy--;
        withStrangers -= lane.isUnproven() ? 1 : 0;
    }

    /** Whether no verifier may turn to this lane now. Ends with a turn, or with time. */
    boolean holdsBack(Lane lane) {
        return lane.isUnproven() && withStrangers >= most && areProvenAtWork();
    }

    /**
     * Whether a verifier that turns to this lane leaves too few others with nothing to do: the next proven miner would wait. Ends
     * with a turn, or with time; reserved time does not ask.
     */
    boolean isCrowded(Lane lane) {
        return lane.isUnproven() && verifiers - busy - 1 < spare && areProvenAtWork();
    }

    /** A miner that found a share lately may find its next one at any moment. */
    private boolean areProvenAtWork() {
        return provenCame && nanos.getAsLong() - provenAt < atWorkNanos;
    }
}
