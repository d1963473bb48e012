package org.motherlode.ctl.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootStateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><title>Error</title></head><body>404 - Not Found</body></html>",
                "",
                "{",
                "[]",
                "{\"status\":\"DOWN\"}",
                "{\"status\":\"DOWN\",\"checks\":[]}"
            })
    void a_server_whose_health_checks_are_not_there_yet_is_starting(String health) {
        assertThat(BootState.of(health)).isEqualTo(BootState.STARTING);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, UP,   UP,   STARTING",
        "UP,   DOWN, UP,   FAILED",
        "UP,   UP,   DOWN, FAILED",
        "UP,   UP,   UP,   RUNNING"
    })
    void the_servers_own_checks_tell_how_far_it_is(String server, String boot, String deployments, BootState state) {
        String checks = check("server-state", server) + "," + check("boot-errors", boot) + ","
                + check("deployments-status", deployments);
        assertThat(BootState.of("{\"checks\":[" + checks + "]}")).isEqualTo(state);
    }

    @Test
    void a_pool_that_is_not_ready_does_not_keep_its_server_from_running() {
        String checks = check("server-state", "UP") + "," + check("boot-errors", "UP") + ","
                + check("deployments-status", "UP") + "," + check("motherlode-ready", "DOWN");
        assertThat(BootState.of("{\"checks\":[" + checks + "]}")).isEqualTo(BootState.RUNNING);
    }

    private static String check(String name, String status) {
        return "{\"name\":\"" + name + "\",\"status\":\"" + status + "\"}";
    }
}
