package org.motherlode.model.payout;

import java.util.Optional;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Reads settings that are amounts in coins. */
final class Coins {
    private Coins() {}

    /** Empty where the key is not set. */
    static Optional<Money> find(Settings settings, String key, Asset asset) throws SettingException {
        Optional<String> text = settings.text(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(key, text.get(), asset));
    }

    static Money read(String key, String coins, Asset asset) throws SettingException {
        return Money.ofCoins(coins, asset)
                .filter(amount -> !amount.isZero())
                .orElseThrow(() -> new SettingException(
                        key,
                        "must be an amount above zero with at most " + asset.decimals() + " decimals, not '" + coins
                                + "'"));
    }
}
