package org.motherlode.batch.timer;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.motherlode.batch.pay.Patience;
import org.motherlode.model.payout.PayoutBatch;
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
        if (!open.isEmpty()) {
            return open.stream().anyMatch(batch -> batch.state() != PayoutState.REVIEW);
        }
        PayoutTerms terms = payouts.terms(pool);
        Refusals refusals = payouts.refusals(pool);
        return !terms.paused()
                && patience.isOver(refusals.inARow())
                && payouts.payable(pool).entrySet().stream()
                        .filter(entry -> patience.isOver(refusals.of(entry.getKey())))
                        .anyMatch(entry -> entry.getValue().compareTo(terms.threshold()) >= 0);
    }
}
