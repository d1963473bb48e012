package org.motherlode.ejb.view;

import java.math.BigInteger;

/** The work that a block took, beside the work that it should take. */
record RoundWork(BigInteger work, BigInteger networkDifficulty, boolean complete) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** Whole percent, rounded down; capped where it would leave a long. */
    long effortPercent() {
        return work.multiply(HUNDRED)
                .divide(networkDifficulty.max(BigInteger.ONE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
