package org.motherlode.model.payout;

/**
 * What one person said about a payout that waits for its release, kept with it for ever. Two different ones must release it;
 * one who refuses gives the money back, and its miners are held from then on.
 *
 * @param actor who, in at most 200 characters; the name is not proved
 * @param reason why, in at most 2000
 */
public record PayoutRelease(Kind kind, String actor, String reason) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    public PayoutRelease {
        if (actor.isBlank() || actor.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "actor must say who decides, in at most " + LONGEST_NAME + " characters");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must say why, in at most " + LONGEST_REASON + " characters");
        }
    }

    /** Yes or no. */
    public enum Kind {
        RELEASE,
        REFUSE
    }
}
