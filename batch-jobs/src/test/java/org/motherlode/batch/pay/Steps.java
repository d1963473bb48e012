package org.motherlode.batch.pay;

import java.util.Map;
import java.util.Set;
import org.motherlode.model.payout.PayoutState;

/** What the program may change; a person may do more with a payout in review. */
final class Steps {
    private static final Map<PayoutState, Set<PayoutState>> ALLOWED = Map.of(
            PayoutState.RESERVED, Set.of(PayoutState.PREPARED, PayoutState.RELEASED, PayoutState.REVIEW),
            PayoutState.PREPARED, Set.of(PayoutState.SENT, PayoutState.RELEASED, PayoutState.REVIEW),
            PayoutState.SENT, Set.of(PayoutState.CONFIRMED, PayoutState.REVIEW));

    private Steps() {}

    static boolean allowed(PayoutState from, PayoutState to) {
        return ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }
}
