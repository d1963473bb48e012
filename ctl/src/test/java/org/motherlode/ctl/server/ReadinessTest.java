package org.motherlode.ctl.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final String SERVER = "{\"name\":\"server-state\",\"status\":\"UP\"}";

    @Test
    void a_pool_whose_port_is_taken_is_closed_and_its_sentence_is_told() {
        Readiness now = Readiness.of(
                answer(
                        "DOWN",
                        "\"adapter\":\"DOWN: no pool is open\",\"monero.node\":\"up: synced\","
                                + "\"monero.pool\":\"down, not needed: ports name one that cannot be opened: 127.0.0.1:3333\""));

        assertThat(now.ready()).isFalse();
        assertThat(now.isClosed("monero")).isTrue();
        assertThat(now.isClosed("toy")).isFalse();
        assertThat(now.words())
                .isEqualTo("\n  adapter: DOWN: no pool is open"
                        + "\n  monero.pool: down, not needed: ports name one that cannot be opened: 127.0.0.1:3333");
    }

    @Test
    void what_is_away_and_not_needed_is_told_though_miners_are_served() {
        Readiness now = Readiness.of(answer("UP", "\"monero.wallet\":\"down, not needed: no answer for 12 s\""));

        assertThat(now.ready()).isTrue();
        assertThat(now.down()).containsEntry("monero.wallet", "down, not needed: no answer for 12 s");
    }

    @Test
    void a_server_without_our_check_is_not_ready() {
        Readiness now = Readiness.of("{\"status\":\"UP\",\"checks\":[" + SERVER + "]}");

        assertThat(now.ready()).isFalse();
        assertThat(now.words()).contains("motherlode-ready: is not there yet");
    }

    @Test
    void what_is_no_answer_about_health_is_not_ready() {
        assertThat(Readiness.of("<html>Not found</html>").words()).contains("motherlode-ready: is not there yet");
        assertThat(Readiness.of("{\"checks\":7}").ready()).isFalse();
    }

    private static String answer(String status, String data) {
        return "{\"status\":\"" + status + "\",\"checks\":[" + SERVER + ",{\"name\":\"motherlode-ready\",\"status\":\""
                + status + "\",\"data\":{" + data + "}}]}";
    }
}
