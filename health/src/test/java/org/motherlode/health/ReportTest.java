package org.motherlode.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;

class ReportTest {
    private static final Condition NODE_AWAY =
            new Condition("monero.node", false, true, "127.0.0.1:18081 refused the connection");
    private static final Condition NODE_WELL = new Condition("monero.node", true, true, "synced at height 42");
    private static final Condition WALLET_AWAY = new Condition("monero.wallet", false, false, "no answer for 12 s");

    @Test
    void a_needed_condition_that_is_down_makes_the_service_not_ready() {
        assertThat(Report.canServe(List.of(NODE_AWAY))).isFalse();
    }

    @Test
    void a_condition_that_is_not_needed_does_not() {
        assertThat(Report.canServe(List.of(NODE_WELL, WALLET_AWAY))).isTrue();
    }

    @Test
    void a_service_that_knows_no_condition_is_not_ready() {
        assertThat(Report.canServe(List.of())).isFalse();
    }

    @Test
    void every_condition_is_told_with_its_words() {
        HealthCheckResponse response = Report.of(new Builder(), List.of(NODE_AWAY, WALLET_AWAY), false);

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData().orElseThrow())
                .containsEntry("monero.node", "DOWN: 127.0.0.1:18081 refused the connection")
                .containsEntry("monero.wallet", "down, not needed: no answer for 12 s");
    }

    /** What a server's implementation of MicroProfile Health does with the calls. */
    private static final class Builder extends HealthCheckResponseBuilder {
        private final Map<String, Object> data = new TreeMap<>();
        private boolean up;

        @Override
        public HealthCheckResponseBuilder name(String name) {
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            return status(true);
        }

        @Override
        public HealthCheckResponseBuilder down() {
            return status(false);
        }

        @Override
        public HealthCheckResponseBuilder status(boolean isUp) {
            up = isUp;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            return new HealthCheckResponse(
                    "test", up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN, Optional.of(data));
        }
    }
}
