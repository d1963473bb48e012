package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.function.Function;
import org.motherlode.model.work.Difficulty;

/** How far a PPLNS window goes back. */
public sealed interface WindowLength {
    <R> R fold(Function<Percent, R> percent, Function<Shares, R> shares);

    /** So many hundredths of the block's network difficulty, 1 to 100 000: 200 is "N = 2". */
    record Percent(int percent) implements WindowLength {
        public static final int MOST = 100_000;
        private static final BigInteger HUNDRED = BigInteger.valueOf(100);

        public Percent {
            if (percent < 1 || percent > MOST) {
                throw new IllegalArgumentException(
                        "the window must be 1 to " + MOST + " percent of the difficulty: " + percent);
            }
        }

        @Override
        public <R> R fold(Function<Percent, R> ofDifficulty, Function<Shares, R> ofShares) {
            return ofDifficulty.apply(this);
        }

        /** The window's size in units of difficulty, rounded down, at least 1. */
        public BigInteger size(Difficulty network) {
            return network.value()
                    .multiply(BigInteger.valueOf(percent))
                    .divide(HUNDRED)
                    .max(BigInteger.ONE);
        }
    }

    /**
     * So many shares, 1 to 1 000 000, whatever their difficulty; each weighs its difficulty. With a difficulty that follows
     * the miner's speed it is a window of time rather than of work, and a crowd of small miners makes it shorter.
     */
    record Shares(int shares) implements WindowLength {
        public static final int MOST = 1_000_000;

        public Shares {
            if (shares < 1 || shares > MOST) {
                throw new IllegalArgumentException("the window must be 1 to " + MOST + " shares: " + shares);
            }
        }

        @Override
        public <R> R fold(Function<Percent, R> ofDifficulty, Function<Shares, R> ofShares) {
            return ofShares.apply(this);
        }
    }
}
