package org.motherlode.ctl.simulation;

import java.util.Locale;

/**
 * The reserve of a pool that pays PPS. Between blocks it pays out the net worth of its shares, each block brings a reward; it is
 * ruined when the reserve is used up. All amounts are in rewards.
 *
 * @param fee as a part of a reward, above 0: without a fee every pool is ruined some time, whatever its reserve
 */
public record Reserve(double fee) {
    /** From where on ruin is forgotten: beyond it one path in a million comes back. */
    private static final double SAFE = Math.log(1e6);

    private static final double MOST_ROUNDS = 5e7;
    private static final int MOST_PATHS = 20_000;
    private static final int LEAST_PATHS = 100;

    public Reserve {
        if (!(fee > 0 && fee < 1)) {
            throw new IllegalArgumentException("a reserve needs a fee above 0 and below all: " + fee);
        }
    }

    /** The positive root of e^-t - 1 + (1 - fee) t = 0; the chance of ruin with reserve R is e^-tR exactly. */
    public double root() {
        double low = 2 * fee; // there it is still below 0, since e^-t is less than 1 - t + t^2/2
        double high = 1 / (1 - fee); // and there above
        for (int step = 0; step < 200; step++) {
            double middle = (low + high) / 2;
            if (Math.exp(-middle) - 1 + (1 - fee) * middle < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The reserve that is used up some time with this chance. */
    public double forRuin(double chance) {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("the chance of ruin must be above 0 and below 1, not " + chance);
        }
        return -Math.log(chance) / root();
    }

    /** The chance that this reserve is used up some time. */
    public double ruin(double reserve) {
        return Math.exp(-root() * reserve);
    }

    /** The same by trying: so many pools as can be simulated in seconds. */
    public Interval simulated(double reserve, long sharesPerBlock, long seed) {
        double ceiling = reserve + SAFE / root();
        double roundsOfPath = (ceiling - reserve) / fee;
        int paths = (int) Math.max(LEAST_PATHS, Math.min(MOST_PATHS, MOST_ROUNDS / roundsOfPath));
        double chance = 1.0 / sharesPerBlock;
        double share = (1 - fee) * chance;
        Dice dice = Dice.of(seed);
        long ruined = 0;
        for (int path = 0; path < paths; path++) {
            double left = reserve;
            while (left >= 0 && left < ceiling) {
                left -= share * dice.tries(chance);
                if (left >= 0) left += 1;
            }
            if (left < 0) ruined++;
        }
        return Interval.ofChance(ruined, paths);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "a fee of %.2f %%", fee * 100);
    }
}
