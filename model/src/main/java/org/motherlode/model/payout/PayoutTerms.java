package org.motherlode.model.payout;

import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * The operator's rules of paying.
 *
 * @param threshold the least amount that is paid out
 * @param mostReceivers a cap on receivers per transaction below the chain's own
 * @param mostFee of what a payout pays, that the network may take beside it: what wallet and node want is not trusted
 */
public record PayoutTerms(
        Money threshold, int mostReceivers, boolean paused, BasisPoints mostFee, PayoutLimits limits) {
    private static final String THRESHOLD = "payout.threshold";

    /**
     * As the operator wrote them down: {@code payout.threshold} in coins (0.1 if not given, or one atom of an asset that
     * has no such fraction), {@code payout.most-receivers}, {@code payout.network-fee-basis-points}, and the keys of {@link
     * PayoutLimits}.
     */
    public static PayoutTerms first(Settings settings, Asset asset) throws SettingException {
        String otherwise = asset.decimals() == 0 ? "1" : "0.1";
        Money threshold = Coins.read(THRESHOLD, settings.text(THRESHOLD, otherwise), asset);
        int most = (int) settings.number("payout.most-receivers", 1000, 1, 1000);
        return new PayoutTerms(threshold, most, false, mostFee(settings), PayoutLimits.first(settings, asset));
    }

    /** Always by the settings: it bounds what is lost to others and changes nobody's part. */
    public static BasisPoints mostFee(Settings settings) throws SettingException {
        return new BasisPoints((int) settings.number("payout.network-fee-basis-points", 500, 1, 10_000));
    }
}
