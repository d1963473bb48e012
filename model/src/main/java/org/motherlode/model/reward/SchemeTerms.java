package org.motherlode.model.reward;

import java.util.Optional;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * By what a pool divides rewards, a version of which is frozen with each block. Fee, donation and finder's bonus are together
 * at most the whole.
 *
 * @param fee of the pool, of the reward, taken before the miners divide; rounded down
 * @param donation taken of the reward beside the fee
 */
public record SchemeTerms(int version, BasisPoints fee, Optional<Donation> donation, Scheme scheme) {
    static final int WHOLE = 10_000;

    public SchemeTerms {
        int all = together(fee, donation, scheme);
        if (all > WHOLE) {
            throw new IllegalArgumentException(
                    "fee, donation and finder's bonus must be at most " + WHOLE + " basis points together: " + all);
        }
    }

    /** PPLNS over a window by difficulty, without donation and bonus. */
    public static SchemeTerms pplns(int version, BasisPoints fee, int windowPercent, Unfilled unfilled) {
        Pplns scheme = new Pplns(new WindowLength.Percent(windowPercent), unfilled, new BasisPoints(0));
        return new SchemeTerms(version, fee, Optional.empty(), scheme);
    }

    /** Version 1, as the operator wrote it down: {@link SchemeSettings}. */
    public static SchemeTerms first(Settings settings, AddressParser addresses) throws SettingException {
        return new SchemeSettings(settings).terms(addresses);
    }

    /** Basis points that fee, donation and finder's bonus have together. */
    static int together(BasisPoints fee, Optional<Donation> donation, Scheme scheme) {
        int donated = donation.map(gift -> gift.part().value()).orElse(0);
        return fee.value() + donated + scheme.finderBonus().value();
    }
}
