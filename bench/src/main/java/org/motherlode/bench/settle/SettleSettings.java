package org.motherlode.bench.settle;

/**
 * What to measure.
 *
 * @param shares in the window of each block
 * @param miners who found them, each about as many
 * @param blocks found one after the other; the window of each lies but a little after that of the one before
 * @param moved shares by which it does
 */
public record SettleSettings(long shares, int miners, int blocks, int moved) {
    public SettleSettings {
        if (miners < 1 || blocks < 1 || moved < 1 || shares < miners) {
            throw new IllegalArgumentException("at least one miner, block and new share, and a share for each miner");
        }
    }
}
