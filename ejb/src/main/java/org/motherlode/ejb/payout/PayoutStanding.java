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
 * @param wrongBooks what the last check of the books found wrong
 */
record PayoutStanding(Refusals.Refused refused, Optional<Open> open, Optional<String> wrongBooks) {
    static final PayoutStanding CALM = new PayoutStanding(Refusals.Refused.NEVER, Optional.empty(), Optional.empty());

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
        return alarms;
    }
}
