package org.motherlode.ejb.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.reward.SchemeTerms;

/**
 * What a pool's settings say of its terms and the newest terms in the database do not: it has no effect. A key that is not
 * set says nothing.
 */
final class IgnoredSettings {
    private static final String NONE = "none";
    private static final List<String> SCHEME_KEYS = List.of(
            "scheme",
            "fee.basis-points",
            "window.percent",
            "window.shares",
            "window.unfilled",
            "finder-bonus.basis-points",
            "donation.basis-points",
            "donation.address");

    private final PoolFacts pool;
    private final List<String> ignored = new ArrayList<>();

    private IgnoredSettings(PoolFacts pool) {
        this.pool = pool;
    }

    /** A sentence for each key, with both values; empty if all is as the settings say. */
    static List<String> of(PoolFacts pool, SchemeTerms scheme, PayoutTerms payout) throws SettingException {
        Settings settings = pool.settings();
        PayoutTerms firstPayout = PayoutTerms.first(settings, pool.asset());
        IgnoredSettings all = new IgnoredSettings(pool);
        Map<String, String> written = SchemeWords.of(SchemeTerms.first(settings, pool.addresses()));
        Map<String, String> ruling = SchemeWords.of(scheme);
        for (String key : SCHEME_KEYS) {
            all.compare(key, written.getOrDefault(key, NONE), ruling.getOrDefault(key, NONE));
        }
        all.compare("payout.threshold", coins(firstPayout), coins(payout));
        all.compare("payout.most-receivers", firstPayout.mostReceivers(), payout.mostReceivers());
        PayoutLimits limits = firstPayout.limits();
        all.compare(
                PayoutLimits.MOST_PER_PAYOUT,
                coins(limits.mostPerPayout()),
                coins(payout.limits().mostPerPayout()));
        all.compare(
                PayoutLimits.MOST_PER_DAY,
                coins(limits.mostPerDay()),
                coins(payout.limits().mostPerDay()));
        all.compare(
                PayoutLimits.RELEASE_ABOVE,
                coins(limits.releaseAbove()),
                coins(payout.limits().releaseAbove()));
        return List.copyOf(all.ignored);
    }

    private void compare(String key, Object written, Object ruling) {
        if (pool.settings().text(key).isPresent() && !written.equals(ruling)) {
            ignored.add(
                    key + " = " + written + " in the settings has no effect, the terms in the database say " + ruling);
        }
    }

    private static String coins(Optional<Money> bound) {
        return bound.map(Money::display).orElse(NONE);
    }

    private static String coins(PayoutTerms terms) {
        return terms.threshold().display();
    }
}
