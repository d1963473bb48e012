package org.motherlode.bench;

import org.motherlode.bench.plan.PlanSettings;
import org.motherlode.bench.settle.SettleSettings;
import picocli.CommandLine.Option;

/** Options of the benches on tables that are filled: one divides blocks, the other plans payouts. */
final class SettleOptions {
    @Option(names = "--window-shares", defaultValue = "10000000", description = "settle: shares in a block's window.")
    private long shares;

    @Option(names = "--window-miners", defaultValue = "100000", description = "settle: miners who found them.")
    private int miners;

    @Option(names = "--blocks", defaultValue = "5", description = "settle: blocks, one after the other.")
    private int blocks;

    @Option(names = "--moved", defaultValue = "60000", description = "settle: shares between two of them.")
    private int moved;

    @Option(names = "--due-miners", defaultValue = "100000", description = "plan: miners who are due.")
    private int dueMiners;

    @Option(names = "--plans", defaultValue = "5", description = "plan: runs, one after the other.")
    private int plans;

    PlanSettings plan() {
        return new PlanSettings(dueMiners, plans);
    }

    SettleSettings settings() {
        return new SettleSettings(shares, miners, blocks, moved);
    }
}
