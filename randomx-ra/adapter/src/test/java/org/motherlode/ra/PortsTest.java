package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.pool.AdministeredPool;

/** Several ports of one pool: where they listen and which difficulty they give. */
class PortsTest {
    @TempDir
    Path folder;

    @Test
    void each_port_has_its_own_difficulty_and_its_own_least() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 64 min=32, 127.0.0.1:0 plain 200");
        pool.setSettings("vardiff.min = 16");
        try (var server = RunningAdapter.withPool(folder, "", pool)) {
            RunningAdapter.until(() ->
                    server.adapter.station().addresses(RunningAdapter.POOL).size() == 2);
            server.publish(PlainTemplate.at(10));
            List<InetSocketAddress> ports = server.adapter.station().addresses(RunningAdapter.POOL);

            assertThat(difficulty(ports.get(0), "miner1")).isEqualTo(Difficulty.of(64));
            assertThat(difficulty(ports.get(0), "miner1+1")).isEqualTo(Difficulty.of(32));
            assertThat(difficulty(ports.get(1), "miner1")).isEqualTo(Difficulty.of(200));
            assertThat(difficulty(ports.get(1), "miner1+1")).isEqualTo(Difficulty.of(16));
        }
    }

    @Test
    void a_least_difficulty_above_the_pools_most_stops_the_pool() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 64 min=32");
        pool.setSettings("vardiff.max = 20");
        try (var server = new RunningAdapter(folder, "", pool)) {
            RunningAdapter.until(() -> !server.adapter.gateway().closed().isEmpty());

            assertThat(server.adapter.gateway().closed().get("toy")).startsWith("ports must not have a min");
        }
    }

    @Test
    void a_pool_listens_on_ipv6_too() throws Exception {
        try (var server = RunningAdapter.withPool(folder, "", RunningAdapter.pool("toy", "[::1]:0 plain 4"))) {
            server.publish(PlainTemplate.at(10));

            assertThat(server.address().getAddress().getHostAddress()).isEqualTo("0:0:0:0:0:0:0:1");
            assertThat(difficulty(server.address(), "miner1")).isEqualTo(Difficulty.of(4));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy-networks = example.org/8",
                "proxy-networks = 10.0.0.0/33",
                "proxy-networks = 10.0.0.0/x",
                "proxy-networks = ::1/129",
                "proxy-networks = 10.0.0.0/8, nonsense",
                "backlog = 0",
                "unproven-part = 1",
                "at-work-millis = 0",
                "handshake-millis = soon"
            })
    void a_setting_that_makes_no_sense_stops_the_adapter_and_is_named(String setting) {
        String key = setting.substring(0, setting.indexOf(' '));
        assertThatThrownBy(() -> new RunningAdapter(folder, setting, "127.0.0.1:0 plain 4"))
                .isInstanceOf(ResourceAdapterInternalException.class)
                .hasMessageContaining("cannot start: " + key + " must be ");
    }

    private static Difficulty difficulty(InetSocketAddress port, String user) throws Exception {
        try (var miner = new PlainMiner(port)) {
            return miner.login(user).difficulty();
        }
    }
}
