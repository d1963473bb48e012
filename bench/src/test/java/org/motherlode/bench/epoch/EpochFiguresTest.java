package org.motherlode.bench.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.statistics.Latencies;

class EpochFiguresTest {
    @Test
    void the_verdict_names_the_mode_and_what_was_lost() {
        EpochFigures met = new EpochFigures(List.of(phase(10), phase(20), phase(10)), 0, 0, "fast mode");
        EpochFigures missed = new EpochFigures(List.of(phase(10), phase(20), phase(10)), 0, 1, "light mode");

        assertThat(met.verdict())
                .startsWith("in fast mode, while the seed changes, p99 is 2")
                .endsWith("none met");
        assertThat(missed.verdict()).startsWith("in light mode, ").endsWith("none missed");
    }

    private static Latencies phase(long millis) {
        Latencies latencies = new Latencies("a phase");
        latencies.record(millis * 1_000_000);
        return latencies;
    }
}
