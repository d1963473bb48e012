package org.motherlode.ejb.pool;

import org.motherlode.ejb.queue.Health;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;

/** Asks a pool's wallet now and then how it is, so that the health check need not. */
final class WalletLook {
    private final OpenPool pool;
    private final Health health = new Health("the wallet was not asked yet");

    WalletLook(OpenPool pool) {
        this.pool = pool;
    }

    /** May take minutes, for the wallet may. */
    void look() {
        try {
            WalletCondition condition = pool.chain().wallet().condition();
            if (condition.ready()) {
                health.well(condition.words());
            } else {
                health.ill(condition.words());
            }
        } catch (RuntimeException | Error e) {
            health.ill("asking the wallet failed unexpectedly: " + e);
            throw e;
        }
    }

    Condition condition() {
        Health.State now = health.now();
        return new Condition(pool.name() + ".wallet", now.up(), false, now.words());
    }
}
