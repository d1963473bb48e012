package org.motherlode.bench;

import org.motherlode.bench.settle.SettleSettings;
import picocli.CommandLine.Option;

/** Options of the bench that divides blocks. */
final class SettleOptions {
    @Option(names = "--window-shares", defaultValue = "10000000", description = "settle: shares in a block's window.")
    private long shares;

    @Option(names = "--window-miners", defaultValue = "100000", description = "settle: miners who found them.")
    private int miners;

    @Option(names = "--blocks", defaultValue = "5", description = "settle: blocks, one after the other.")
    private int blocks;

    @Option(names = "--moved", defaultValue = "60000", description = "settle: shares between two of them.")
    private int moved;

    SettleSettings settings() {
        return new SettleSettings(shares, miners, blocks, moved);
    }
}
