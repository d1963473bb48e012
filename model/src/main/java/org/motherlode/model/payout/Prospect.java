package org.motherlode.model.payout;

import java.time.Instant;
import java.util.Optional;

/**
 * What one miner can expect of the payouts now: that he is in one, or the one reason why he is not.
 *
 * @param words for anybody's eyes
 * @param until when the reason ends by itself, where that is known
 */
public record Prospect(Reason reason, String words, Optional<Instant> until) {
    /** All the reasons there are, in the order in which the first that holds is told. */
    public enum Reason {
        /** A payout under way has his money. */
        IN_PAYOUT,
        /** A payout has his money, or would have, and waits until two persons have released it. */
        WAITS_FOR_RELEASE,
        ON_HOLD,
        BELOW_THRESHOLD,
        POOL_PAUSED,
        /** Another payout of the pool is under way. */
        PAYOUT_OPEN,
        /** The wallet refused a payout lately, of the pool or of this miner. */
        AFTER_REFUSAL,
        WALLET_NOT_READY,
        /** The books contradict themselves, or have not all been checked yet. */
        BOOKS_UNPROVEN,
        WALLET_SHORT,
        /** What may leave within 24 hours is used up. */
        DAY_USED_UP,
        LATER_TURN,
        /** The next payout pays him. */
        NEXT
    }

    static Prospect of(Reason reason, String words) {
        return new Prospect(reason, words, Optional.empty());
    }

    static Prospect until(Reason reason, String words, Instant until) {
        return new Prospect(reason, words + until, Optional.of(until));
    }

    static Prospect next(boolean needsRelease) {
        return of(
                Reason.NEXT,
                "the next payout has this money"
                        + (needsRelease ? ", and waits then until two persons have released it" : ""));
    }

    static Prospect laterTurn(int number) {
        return of(Reason.LATER_TURN, "other payouts come first: this is number " + number + " in line");
    }

    static Prospect behind(PayoutBatch waiting) {
        return of(
                Reason.WAITS_FOR_RELEASE,
                "so large a payout needs the release of two persons, and payout " + waiting.number()
                        + " waits for that before it");
    }

    static Prospect tooLittle() {
        return of(Reason.WALLET_SHORT, "the pool's wallet cannot spend enough for this payout at the moment");
    }

    static Prospect usedUp(Instant until) {
        return until(Reason.DAY_USED_UP, "what the pool may pay within 24 hours is used up until ", until);
    }

    /** Of somebody whose money a payout has. */
    static Prospect in(PayoutBatch batch) {
        return batch.waits()
                ? of(
                        Reason.WAITS_FOR_RELEASE,
                        "payout " + batch.number() + " has this money and waits until two persons have released it")
                : of(Reason.IN_PAYOUT, "payout " + batch.number() + ", which is " + batch.state() + ", has this money");
    }
}
