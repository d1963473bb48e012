package org.motherlode.ra.verify;

/**
 * The part of the time that a lane gets although others have the right of way, so that nobody is shut out: one turn in
 * {@link VerifySettings#unprovenPart} beside proven miners, and as much as is spent on claims of blocks by miners of its own
 * kind, because claiming is free. It saves up for one turn and no more, and what it is given while nobody has to wait uses its
 * savings up. Not thread-safe.
 */
final class Reserve {
    private final Lane lane;

    /** So many turns of others for one of this lane. */
    private final int parts;

    /** In nanoseconds times {@link #parts}; below zero after a turn that took longer than was saved up for. */
    private long saved;

    Reserve(Lane lane, VerifySettings settings) {
        this.lane = lane;
        this.parts = settings.unprovenPart() - 1;
    }

    boolean isDue(long turnNanos) {
        return saved >= parts * turnNanos;
    }

    /** Time was spent on a lane; {@code outOfOrder} if it was this one's reserved time. */
    void spent(Lane on, boolean outOfOrder, long nanos, long turnNanos) {
        if (on == lane && outOfOrder) {
            saved -= parts * nanos;
        } else if (on == lane) {
            // It had its time, though nobody had to wait for that.
            saved = Math.min(saved, Math.max(0, saved - parts * nanos));
        } else {
            saved = Math.min(saved + parts(on) * nanos, parts * turnNanos);
        }
    }

    private int parts(Lane on) {
        return switch (lane) {
            case PROVEN_BLOCK -> 0;
            case PROVEN -> on == Lane.PROVEN_BLOCK ? parts : 0;
            case UNPROVEN_BLOCK -> on == Lane.PROVEN_BLOCK || on == Lane.PROVEN ? 1 : 0;
            case UNPROVEN -> on == Lane.UNPROVEN_BLOCK ? parts : 1;
        };
    }
}
