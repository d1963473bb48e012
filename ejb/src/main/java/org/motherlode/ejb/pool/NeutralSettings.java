package org.motherlode.ejb.pool;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** The settings that every pool has, whatever its chain. A chain's own begin with its name and a dot. */
final class NeutralSettings {
    static final Set<String> KEYS = Set.of(
            "payout.threshold",
            "payout.highest-threshold",
            "payout.most-receivers",
            "payout.network-fee-basis-points",
            "payout.most-per-payout",
            "payout.most-per-day",
            "payout.release-above",
            "wallet.hot-most",
            "scheme",
            "fee.basis-points",
            "window.percent",
            "window.shares",
            "window.unfilled",
            "finder-bonus.basis-points",
            "donation.basis-points",
            "donation.address",
            "vardiff.target-millis",
            "vardiff.proxy-target-millis",
            "vardiff.retarget-millis",
            "vardiff.smoothing-millis",
            "vardiff.idle-millis",
            "vardiff.warm-up-shares",
            "vardiff.retarget-ratio",
            "vardiff.variance",
            "vardiff.max-change",
            "vardiff.min",
            "vardiff.max",
            "vardiff.fixed",
            "vardiff.nicehash",
            "vardiff.commitment-min",
            "late.millis",
            "late.heights",
            "tls.certificate",
            "tls.key",
            TemplateTerms.POLL,
            TemplateTerms.REFRESH,
            TemplateTerms.GRACE,
            TemplateTerms.OLDEST,
            TemplateTerms.LEAST);

    private NeutralSettings() {}

    /** Refuses keys that are neither everybody's nor the chain's. What the chain's mean, the chain checks. */
    static void check(PoolDefinition pool) throws SettingException {
        String chain = pool.chain() + ".";
        Map<String, String> neutral = pool.settings().values().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(chain))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        new Settings(neutral).requireKnown(KEYS);
    }
}
