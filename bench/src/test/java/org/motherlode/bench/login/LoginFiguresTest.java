package org.motherlode.bench.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.statistics.Latencies;

class LoginFiguresTest {
    private static final LoginSettings SETTINGS = new LoginSettings(12_000, 4_000, 2, false, 1);

    @Test
    void many_a_second_and_none_lost_is_the_goal() {
        assertThat(verdict(0))
                .contains("16000 logins a second", "0 of 24000 lost")
                .endsWith("met");
    }

    @Test
    void one_that_is_lost_misses_it() {
        assertThat(verdict(1)).contains("1 of 24000 lost").endsWith("missed");
    }

    private static String verdict(int lost) {
        Latencies logins = new Latencies("login");
        logins.record(7_000_000);
        LoginRound slow = new LoginRound(15_000, logins, 0, 40_000);
        LoginRound quick = new LoginRound(17_000, logins, lost, 40_000);
        return new LoginFigures(List.of(slow, quick), SETTINGS).outcome().verdict();
    }
}
