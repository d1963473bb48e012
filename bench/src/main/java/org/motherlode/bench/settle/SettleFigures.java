package org.motherlode.bench.settle;

import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;

/** What came out. The first block opens all the accounts; the others are what an operator has every day. */
record SettleFigures(SettleSettings settings, List<Settled> blocks, long peakMib) {
    static final double GOAL_FIRST = 10;
    static final double GOAL_NEXT = 2;
    private static final int MIB = 1_048_576;

    double first() {
        return blocks.get(0).seconds();
    }

    /** The slowest of those after the first; 0 if there is none. */
    double next() {
        return blocks.stream().skip(1).mapToDouble(Settled::seconds).max().orElse(0);
    }

    String verdict() {
        return "a block of " + settings.shares() + " shares of " + settings.miners() + " miners is settled in "
                + Figure.of(first(), 1) + " s: goal of 10 " + (first() <= GOAL_FIRST ? "met" : "missed")
                + "; the slowest of the next ones in " + Figure.of(next(), 1) + " s: goal of 2 "
                + (next() <= GOAL_NEXT ? "met" : "missed") + "; the server had at most " + peakMib + " MiB in memory";
    }

    Outcome outcome() {
        List<List<String>> rows = new ArrayList<>();
        for (Settled block : blocks) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    Figure.of(block.seconds(), 3),
                    Long.toString(block.miners()),
                    Figure.of((double) block.heapBytes() / MIB, 1)));
        }
        Sheet sheet = new Sheet(List.of("block", "seconds", "miners", "heap_mib"), rows);
        return new Outcome("settle", sheet, sheet, verdict());
    }
}
