package org.motherlode.ctl.simulation;

import java.util.Locale;
import org.motherlode.model.reward.Unfilled;

/**
 * The pool that is simulated. Hash rates and the network's difficulty stay what they are. Work is counted in shares of one
 * difficulty.
 *
 * @param poolPart of the network's hash rate that the pool has, above 0 and at most 1
 * @param minerPart of the pool's hash rate that the steady miner has, above 0 and below 1
 * @param hopperPart of the pool's hash rate that the hopper has while he is there, likewise
 * @param blockSeconds between two blocks of the network
 * @param sharesPerBlock the network's difficulty divided by that of a share
 * @param feeBasisPoints of a reward that the operator keeps
 * @param windowFactor of PPLNS: the window's size in network difficulties
 * @param bonusBasisPoints of what is left of the fee, that the finder gets where there is a finder's bonus
 */
public record SimulatedPool(
        double poolPart,
        double minerPart,
        double hopperPart,
        double blockSeconds,
        long sharesPerBlock,
        int feeBasisPoints,
        double windowFactor,
        Unfilled unfilled,
        int bonusBasisPoints) {
    private static final double DAY_SECONDS = 86_400;
    private static final double WHOLE = 10_000;

    public SimulatedPool {
        require(
                poolPart > 0 && poolPart <= 1,
                "the pool's part of the network must be above 0 and at most 1",
                poolPart);
        require(minerPart > 0 && minerPart < 1, "the miner's part of the pool must be above 0 and below 1", minerPart);
        require(
                hopperPart > 0 && hopperPart < 1,
                "the hopper's part of the pool must be above 0 and below 1",
                hopperPart);
        require(
                minerPart + hopperPart < 1,
                "miner and hopper together must be less than the pool",
                minerPart + hopperPart);
        require(blockSeconds > 0 && blockSeconds <= DAY_SECONDS, "a block must take 0 to 86400 seconds", blockSeconds);
        require(
                sharesPerBlock >= 10 && sharesPerBlock <= 1_000_000,
                "the shares of a network difficulty must be 10 to 1000000",
                (double) sharesPerBlock);
        require(
                feeBasisPoints >= 0 && feeBasisPoints < WHOLE,
                "the fee must be 0 to 9999 basis points",
                feeBasisPoints);
        require(
                windowFactor >= 0.01 && windowFactor <= 1000,
                "the window must be 0.01 to 1000 network difficulties",
                windowFactor);
        require(
                bonusBasisPoints >= 0 && bonusBasisPoints <= WHOLE,
                "the finder's bonus must be 0 to 10000 basis points",
                bonusBasisPoints);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) throw new IllegalArgumentException(String.format(Locale.ROOT, "%s, not %s", rule, value));
    }

    /** That the pool finds. */
    double blocksPerDay() {
        return DAY_SECONDS / blockSeconds * poolPart;
    }

    double sharesPerDay() {
        return blocksPerDay() * sharesPerBlock;
    }

    /** The chance of a share to be a block. */
    double blockChance() {
        return 1.0 / sharesPerBlock;
    }

    long windowShares() {
        return Math.max(1, Math.round(windowFactor * sharesPerBlock));
    }

    /** What is left of a reward after the fee, as a part of 1. */
    double net() {
        return 1 - feeBasisPoints / WHOLE;
    }

    /** The finder's, as a part of what is left after the fee. */
    double bonus() {
        return bonusBasisPoints / WHOLE;
    }

    /** What the steady miner's work of a day is worth, in rewards, before any fee. */
    double fairPerDay() {
        return minerPart * blocksPerDay();
    }
}
