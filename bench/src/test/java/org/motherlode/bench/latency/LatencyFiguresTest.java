package org.motherlode.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyFiguresTest {
    /** A socket of 0.1 ms, 0.7 ms to make it durable, 0.2 ms of the disk. */
    private static final Cycle CYCLE = new Cycle(800_000, 100_000, 200_000);

    @Test
    void a_steady_server_has_a_control_of_nothing_and_the_socket_does_not_count() {
        LatencyFigures figures = new LatencyFigures(Collections.nCopies(10, CYCLE));

        assertThat(figures.control().most()).isZero();
        assertThat(figures.own().median()).isCloseTo(0.7, within(1e-9));
        assertThat(figures.verdict()).contains("0.70 ms (p50)").endsWith("met");
    }

    @Test
    void a_slow_hundredth_misses_the_goal() {
        Cycle slow = new Cycle(20_100_000, 100_000, 200_000);

        assertThat(new LatencyFigures(List.of(CYCLE, CYCLE, slow)).verdict()).endsWith("missed");
    }

    @Test
    void where_refusals_differ_by_more_than_the_goal_nothing_is_met_or_missed() {
        Cycle slowSocket = new Cycle(5_800_000, 5_100_000, 200_000);

        assertThat(new LatencyFigures(List.of(CYCLE, slowSocket, CYCLE)).verdict())
                .contains("not to be trusted");
    }

    @Test
    void each_cycle_is_a_row_and_the_disk_is_the_measure() {
        var outcome = new LatencyFigures(List.of(CYCLE, CYCLE)).outcome();

        assertThat(outcome.measured().csv())
                .startsWith("cycle,good_nanos,repeated_nanos,fdatasync_nanos")
                .contains("1,800000,100000,200000");
        assertThat(outcome.summary().csv()).contains("durable: what it adds,0.700,0.700,0.700,3.5");
    }

    @Test
    void a_single_cycle_has_no_control_and_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LatencySettings(1, 1));
    }

    @Test
    void the_file_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        try (SyncedFile file = new SyncedFile(folder)) {
            assertThat(file.write()).isPositive();
        }

        assertThat(folder).isEmptyDirectory();
    }
}
