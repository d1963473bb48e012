package org.motherlode.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.bench.load.Load;
import org.motherlode.bench.statistics.Latencies;

class AttackFiguresTest {
    private static final AttackSettings SETTINGS = new AttackSettings("attack", 60, new Load(3, 50), 50, 100, 20, 4);

    @Test
    void honest_miners_may_wait_twice_as_long() {
        assertThat(verdict(19, 0, 2)).contains("1.90 times").endsWith("met");
        assertThat(verdict(21, 0, 2)).contains("2.10 times").endsWith("missed");
    }

    @Test
    void a_refused_honest_share_is_a_lost_one() {
        assertThat(verdict(10, 1, 2)).contains("1 honest shares lost").endsWith("missed");
    }

    @Test
    void so_is_one_without_an_answer() {
        assertThat(verdict(10, 0, 3)).contains("1 honest shares lost").endsWith("missed");
    }

    private static String verdict(long attackedMillis, long refused, int sent) {
        AttackBench.Phases phases = new AttackBench.Phases(
                both("alone", 10), both("attacked", attackedMillis), both("again", 10), deeds(refused), sent);
        return new AttackFigures(SETTINGS, phases).outcome().verdict();
    }

    private static AttackBench.Deeds deeds(long refused) {
        return new AttackBench.Deeds(5_000, 40, refused, 0);
    }

    private static Latencies both(String name, long millis) {
        Latencies latencies = new Latencies(name);
        latencies.record(millis * 1_000_000);
        latencies.record(millis * 1_000_000);
        return latencies;
    }
}
