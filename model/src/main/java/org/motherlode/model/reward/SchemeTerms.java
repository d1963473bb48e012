package org.motherlode.model.reward;

import java.math.BigInteger;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

/**
 * The parameters of PPLNS, a version of which is frozen with each block.
 *
 * @param fee of the pool, taken before the miners divide
 * @param windowPercent the window's size in hundredths of the block's network difficulty: 200 is "N = 2"
 */
public record SchemeTerms(int version, BasisPoints fee, int windowPercent, Unfilled unfilled) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public SchemeTerms {
        if (windowPercent < 1 || windowPercent > 100_000) {
            throw new IllegalArgumentException(
                    "the window must be 1 to 100000 percent of the difficulty: " + windowPercent);
        }
    }

    /** Version 1, as the operator wrote it down: {@code fee.basis-points}, {@code window.percent}, {@code window.unfilled}. */
    public static SchemeTerms first(Settings settings) throws SettingException {
        int fee = (int) settings.number("fee.basis-points", 100, 0, 10_000);
        int percent = (int) settings.number("window.percent", 200, 1, 100_000);
        Unfilled unfilled =
                switch (settings.text("window.unfilled", "scale")) {
                    case "scale" -> Unfilled.SCALE;
                    case "carry" -> Unfilled.CARRY;
                    default -> throw new SettingException("window.unfilled", "must be scale or carry");
                };
        return new SchemeTerms(1, new BasisPoints(fee), percent, unfilled);
    }

    /** The window's size in units of difficulty, rounded down, at least 1. */
    public BigInteger windowSize(Difficulty network) {
        return network.value()
                .multiply(BigInteger.valueOf(windowPercent))
                .divide(HUNDRED)
                .max(BigInteger.ONE);
    }
}
