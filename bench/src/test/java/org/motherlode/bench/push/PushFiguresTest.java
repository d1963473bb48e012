package org.motherlode.bench.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.report.Outcome;

class PushFiguresTest {
    private static final long MILLI = 1_000_000;

    @Test
    void the_last_line_written_counts_and_is_compared_with_the_floor() throws InterruptedException {
        Outcome outcome = new PushFigures(List.of(push(40, 60)), List.of(push(20, 30))).outcome();

        assertThat(outcome.verdict()).contains("after 40.0 ms (p50)", "2.00 times the floor", "goal of 100 ms met");
        assertThat(outcome.measured().rows()).hasSize(2);
    }

    @Test
    void one_push_in_a_hundred_that_takes_longer_misses_the_goal() throws InterruptedException {
        PushFigures figures = new PushFigures(List.of(push(101, 102)), List.of(push(20, 30)));

        assertThat(figures.verdict()).endsWith("missed");
    }

    @Test
    void a_job_beyond_one_for_each_bot_is_of_another_round() throws InterruptedException {
        PushRound round = new PushRound(1);
        round.arrived(3);
        round.arrived(9);

        assertThat(round.await(0)).isTrue();
        assertThat(round.since(1, 1).last()).isEqualTo(2);
    }

    private static Push push(long written, long read) throws InterruptedException {
        PushRound round = new PushRound(1);
        round.arrived(read * MILLI);
        assertThat(round.await(0)).isTrue();
        return round.since(0, written * MILLI);
    }
}
