package org.motherlode.model.payout;

/**
 * What a person decided about a payout, kept with it for ever.
 *
 * @param actor who, in at most 200 characters
 * @param reason why, in at most 2000
 * @param chainSays what the chain said of the payment just before
 */
public record PayoutDecision(Kind kind, String actor, String reason, String chainSays) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    public PayoutDecision {
        if (actor.isBlank() || actor.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "actor must say who decides, in at most " + LONGEST_NAME + " characters");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must say why, in at most " + LONGEST_REASON + " characters");
        }
    }

    /** The way into review, and the three ways out of it. */
    public enum Kind {
        /** The job asks the chain again, and what the chain says then is done. */
        ASK,
        /** The miners have their money: the payout is booked as paid. */
        CONFIRM,
        /**
         * The miners never get it by this payout: the money is payable again. Also for a payout that is only reserved,
         * for nothing of it was signed.
         */
        RELEASE,
        /** What may have been sent and hangs is taken to review, where the other three can be decided. */
        REVIEW;

        /** Whether a person may decide this about a payout in that state. */
        public boolean isFor(PayoutState state) {
            return switch (this) {
                case ASK, CONFIRM -> state == PayoutState.REVIEW;
                case RELEASE -> state == PayoutState.REVIEW || state == PayoutState.RESERVED;
                case REVIEW -> state == PayoutState.PREPARED || state == PayoutState.SENT;
            };
        }
    }
}
