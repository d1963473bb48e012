package org.motherlode.model.reward;

import java.math.BigInteger;
import org.motherlode.model.money.BasisPoints;
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

    /** The window's size in units of difficulty, rounded down, at least 1. */
    public BigInteger windowSize(Difficulty network) {
        return network.value()
                .multiply(BigInteger.valueOf(windowPercent))
                .divide(HUNDRED)
                .max(BigInteger.ONE);
    }
}
