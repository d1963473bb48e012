package org.motherlode.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.house.ResidentMemory;

class StartFiguresTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResidentMemory SETTLED = new ResidentMemory(900, 950, 800);
    private static final ResidentMemory LOADED = new ResidentMemory(1000, 1050, 880);

    @Test
    void the_slowest_start_decides() {
        StartRun quick = new StartRun(4 * SECOND, 10 * SECOND, 11 * SECOND);
        StartRun slow = new StartRun(4 * SECOND, 21 * SECOND, 22 * SECOND);

        assertThat(figures(quick, quick).verdict()).contains("10.00 s").endsWith("goal of 20 s met");
        assertThat(figures(quick, quick, slow).verdict()).contains("21.00 s").endsWith("missed");
    }

    @Test
    void the_bare_server_is_the_control() {
        var outcome =
                figures(new StartRun(4 * SECOND, 10 * SECOND, 11 * SECOND)).outcome();

        assertThat(outcome.summary().csv())
                .contains("login answered,10.00,10.00,2.50,,,", "memory after load,,,,1000,880,1050");
        assertThat(outcome.measured().csv()).last().isEqualTo("0,4000000000,10000000000,11000000000");
    }

    private static StartFigures figures(StartRun... runs) {
        return new StartFigures(List.of(runs), SETTLED, LOADED);
    }
}
