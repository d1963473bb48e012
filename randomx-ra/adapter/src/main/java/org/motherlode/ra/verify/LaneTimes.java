package org.motherlode.ra.verify;

import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.statistics.LatencyHistogram;

/** From the offer to the verdict, by lane; both lanes of claimed blocks together. */
final class LaneTimes {
    private final LatencyHistogram blocks = new LatencyHistogram();
    private final LatencyHistogram proven = new LatencyHistogram();
    private final LatencyHistogram unproven = new LatencyHistogram();

    LaneTimes(Figures figures) {
        figures.read(Gauge.VERIFY_BLOCKS_P50_MICROS, () -> blocks.percentile(50));
        figures.read(Gauge.VERIFY_BLOCKS_P99_MICROS, () -> blocks.percentile(99));
        figures.read(Gauge.VERIFY_PROVEN_P50_MICROS, () -> proven.percentile(50));
        figures.read(Gauge.VERIFY_PROVEN_P99_MICROS, () -> proven.percentile(99));
        figures.read(Gauge.VERIFY_UNPROVEN_P50_MICROS, () -> unproven.percentile(50));
        figures.read(Gauge.VERIFY_UNPROVEN_P99_MICROS, () -> unproven.percentile(99));
    }

    LatencyHistogram of(Lane lane) {
        return switch (lane) {
            case PROVEN_BLOCK, UNPROVEN_BLOCK -> blocks;
            case PROVEN -> proven;
            case UNPROVEN -> unproven;
        };
    }
}
