package org.motherlode.ejb.pool;

import java.util.Optional;
import org.motherlode.ejb.queue.Health;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolName;

/** Asks a pool's wallet now and then how it is, so that the health check need not. */
final class WalletLook {
    private final OpenPool pool;
    private volatile Optional<WalletCondition> last = Optional.empty();
    private final Health health = new Health("the wallet was not asked yet");

    WalletLook(OpenPool pool) {
        this.pool = pool;
    }

    /** May take minutes, for the wallet may. */
    void look() {
        try {
            WalletCondition condition = pool.chain().wallet().condition();
            last = Optional.of(condition);
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

    PoolName pool() {
        return pool.name();
    }

    /** What the last look found; empty before the first. */
    Optional<WalletCondition> last() {
        return last;
    }

    Condition condition() {
        Health.State now = health.now();
        return new Condition(pool.name() + ".wallet", now.up(), false, now.words());
    }
}
