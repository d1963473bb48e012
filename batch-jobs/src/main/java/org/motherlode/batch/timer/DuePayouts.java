package org.motherlode.batch.timer;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.motherlode.batch.pay.Patience;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.pool.PoolName;

/** Looks for pools whose miners can be paid, or whose payouts have not ended. */
final class DuePayouts implements Look {
    private final Payouts payouts;
    private final Runs runs;
    private final Patience patience;
    private final Apart apart = new Apart("pay-miners");

    DuePayouts(Payouts payouts, Runs runs, Patience patience) {
        this.payouts = payouts;
        this.runs = runs;
        this.patience = patience;
    }

    @Override
    public Set<PoolName> look(Set<PoolName> pools) {
        return apart.look(pools, this::lookAt);
    }

    private void lookAt(PoolName pool) {
        runs.restartDead(pool);
        if (isDue(pool)) {
            Properties parameters = new Properties();
            parameters.setProperty("pool", pool.text());
            runs.start(pool, parameters);
        }
    }

    private boolean isDue(PoolName pool) {
        List<PayoutBatch> open = payouts.open(pool);
        List<PayoutBatch> underWay =
                open.stream().filter(batch -> !batch.waits()).toList();
        if (!underWay.isEmpty()) {
            return underWay.stream().anyMatch(batch -> batch.state() != PayoutState.REVIEW);
        }
        PayoutTerms terms = payouts.terms(pool);
        Refusals refusals = payouts.refusals(pool);
        if (terms.paused() || !patience.isOver(refusals.inARow())) {
            return false;
        }
        if (open.stream().anyMatch(PayoutBatch::isReleased)) {
            return true;
        }
        List<Money> due = payouts.payable(pool).entrySet().stream()
                .filter(entry -> patience.isOver(refusals.of(entry.getKey())))
                .map(Map.Entry::getValue)
                .filter(money -> money.compareTo(terms.threshold()) >= 0)
                .toList();
        return !due.isEmpty() && isWithinBounds(pool, terms.limits(), due, !open.isEmpty());
    }

    /** Not where a run could do nothing: all that is due waits for the day's bound, or for the payout that waits for persons. */
    private boolean isWithinBounds(PoolName pool, PayoutLimits limits, List<Money> due, boolean oneWaits) {
        List<Money> ordinary =
                due.stream().filter(money -> !limits.needsRelease(money)).toList();
        if (ordinary.size() < due.size() && !oneWaits) {
            return true;
        }
        Optional<BigInteger> room =
                limits.mostPerDay().map(most -> payouts.spent(pool).room(most.atoms()));
        return ordinary.stream()
                .max(Comparator.naturalOrder())
                .filter(next ->
                        room.filter(rest -> next.atoms().compareTo(rest) > 0).isEmpty())
                .isPresent();
    }
}
