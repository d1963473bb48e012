package org.motherlode.ejb.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Refusals;

/**
 * How a pool's payouts stand.
 *
 * @param open the payout under way, if there is one: at most one of a pool
 * @param waiting the payout that waits until two persons have released it, if there is one: at most one of a pool
 * @param usedUpUntil when the day's bound lets the next payout go; empty if it does now
 * @param wrongBooks what the last check of the books found wrong
 */
record PayoutStanding(
        Refusals.Refused refused,
        Optional<Open> open,
        Optional<Waiting> waiting,
        Optional<Instant> usedUpUntil,
        Optional<String> wrongBooks) {
    static final PayoutStanding CALM = new PayoutStanding(
            Refusals.Refused.NEVER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param persons who have released it */
    record Waiting(long number, Instant since, int persons) {}

    /** @param since when it came into its state */
    record Open(long number, PayoutState state, String words, Instant since) {
        Duration age(Instant now) {
            return Duration.between(since, now);
        }
    }

    boolean isInReview() {
        return open.filter(payout -> payout.state() == PayoutState.REVIEW).isPresent();
    }

    /** What an operator should know or do; nothing if all is well. */
    List<String> alarms(Duration patience, Instant now) {
        List<String> alarms = new ArrayList<>();
        if (refused.times() > 0) {
            alarms.add("the wallet refused the last " + refused.times() + " payouts, at last at " + refused.last()
                    + ": " + refused.words());
        }
        open.filter(payout -> isInReview() || payout.age(now).compareTo(patience) > 0)
                .ifPresent(payout -> alarms.add("payout " + payout.number() + " is " + payout.state() + " since "
                        + payout.since() + (isInReview() ? ", decide it with the job resolve-payout" : "")
                        + (payout.words().isBlank() ? "" : ": " + payout.words())));
        waiting.ifPresent(payout -> alarms.add("payout " + payout.number() + " waits since " + payout.since()
                + " until two persons have released it by the job release-payout; so far " + payout.persons()
                + " have"));
        usedUpUntil.ifPresent(until -> alarms.add(
                "what may be paid within 24 hours (most_per_day) is used up: the next payout goes at " + until));
        return alarms;
    }
}
