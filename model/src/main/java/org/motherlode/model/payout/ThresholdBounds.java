package org.motherlode.model.payout;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Between what a miner's own threshold lies, both included. The most keeps anybody, the miner himself among them, from locking
 * money away.
 *
 * @param least the pool's own threshold
 * @param most never below the least
 */
public record ThresholdBounds(Money least, Money most) {
    private static final String MOST = "payout.highest-threshold";
    private static final BigInteger TIMES = BigInteger.TEN;

    public ThresholdBounds {
        if (most.compareTo(least) < 0) {
            throw new IllegalArgumentException(most.display() + " is below " + least.display());
        }
    }

    /**
     * By the operator's {@code payout.highest-threshold} in coins, ten times the pool's threshold if it is not set. The pool's
     * threshold itself is always allowed.
     *
     * @param pools the pool's own threshold, as its terms say now
     */
    public static ThresholdBounds of(Settings settings, Money pools) throws SettingException {
        Optional<String> coins = settings.text(MOST);
        if (coins.isEmpty()) {
            return new ThresholdBounds(pools, new Money(pools.atoms().multiply(TIMES), pools.asset()));
        }
        Money set = Money.ofCoins(coins.get(), pools.asset())
                .filter(amount -> !amount.isZero())
                .orElseThrow(() -> new SettingException(
                        MOST,
                        "must be an amount above zero with at most "
                                + pools.asset().decimals() + " decimals, not '" + coins.get() + "'"));
        return new ThresholdBounds(pools, set.compareTo(pools) > 0 ? set : pools);
    }

    public boolean allow(Money threshold) {
        return threshold.compareTo(least) >= 0 && threshold.compareTo(most) <= 0;
    }

    /** What holds of a threshold that was allowed when it was set: these bounds may be others since. */
    public Money within(Money threshold) {
        return threshold.compareTo(least) < 0 ? least : threshold.compareTo(most) > 0 ? most : threshold;
    }
}
