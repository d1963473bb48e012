package org.motherlode.model.payout;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * What bounds the money that leaves by itself. Each is empty where there is no bound.
 *
 * @param mostPerPayout of all receivers of one payout together
 * @param mostPerDay of all payouts of any 24 hours together
 * @param releaseAbove a payout above it waits until two persons have released it
 */
public record PayoutLimits(Optional<Money> mostPerPayout, Optional<Money> mostPerDay, Optional<Money> releaseAbove) {
    public static final String MOST_PER_PAYOUT = "payout.most-per-payout";
    public static final String MOST_PER_DAY = "payout.most-per-day";
    public static final String RELEASE_ABOVE = "payout.release-above";

    public static final PayoutLimits NONE = new PayoutLimits(Optional.empty(), Optional.empty(), Optional.empty());

    public PayoutLimits {
        if (Stream.of(mostPerPayout, mostPerDay, releaseAbove)
                .flatMap(Optional::stream)
                .anyMatch(Money::isZero)) {
            throw new IllegalArgumentException("a bound of nothing would pay nobody: pause the pool instead");
        }
    }

    /** As the operator wrote them down, each in coins; a key that is not set is no bound. */
    static PayoutLimits first(Settings settings, Asset asset) throws SettingException {
        return new PayoutLimits(
                Coins.find(settings, MOST_PER_PAYOUT, asset),
                Coins.find(settings, MOST_PER_DAY, asset),
                Coins.find(settings, RELEASE_ABOVE, asset));
    }

    /** Of several miners together one payout has no more than this, so that persons are asked about single balances only. */
    public Optional<Money> mostTogether() {
        return Stream.of(mostPerPayout, mostPerDay, releaseAbove)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Whether a payout of so much is above any bound that one payout alone can be above: then a person decides. */
    public boolean needsRelease(Money total) {
        return Stream.of(mostPerPayout, mostPerDay, releaseAbove)
                .flatMap(Optional::stream)
                .anyMatch(bound -> total.compareTo(bound) > 0);
    }
}
