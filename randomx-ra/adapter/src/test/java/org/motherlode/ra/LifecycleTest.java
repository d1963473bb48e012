package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.ResourceAdapterInternalException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.gateway.AdministeredGateway;
import org.motherlode.ra.statistics.Count;

class LifecycleTest {
    @TempDir
    Path folder;

    @Test
    void a_stop_frees_sockets_and_threads() throws Exception {
        InetSocketAddress address;
        try (var server = new RunningAdapter(folder, "")) {
            server.publish(PlainTemplate.at(10));
            address = server.address();
            try (var miner = server.miner()) {
                miner.login("miner1");
                server.adapter.stop();
                assertThat(miner.read()).isEqualTo("closed");
            }
        }

        RunningAdapter.until(() -> RunningAdapter.threads().isEmpty());
        try (var again = new ServerSocket()) {
            again.setReuseAddress(true);
            again.bind(address);
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void each_life_has_a_larger_epoch_and_knows_the_one_before() throws Exception {
        try (var first = new RunningAdapter(folder, "");
                var miner = first.miner()) {
            first.publish(PlainTemplate.at(10));
            miner.submit(2, PlainMiner.find(miner.login("miner1"), 0, true));
            assertThat(miner.read()).isEqualTo("2 ok");
            long epoch = first.listener.stored.get(0).epoch();
            first.adapter.stop();

            try (var second = new RunningAdapter(folder, "");
                    var other = second.miner()) {
                second.publish(PlainTemplate.at(10));
                other.submit(2, PlainMiner.find(other.login("miner1"), 0, true));
                assertThat(other.read()).isEqualTo("2 ok");
                assertThat(second.listener.stored.get(0).epoch()).isGreaterThan(epoch);
                assertThat(second.listener.stored.get(0).previousEpoch()).isEqualTo(epoch);
            }
        }
    }

    @Test
    void the_gateway_tells_the_number_that_the_shares_have_whoever_set_it() throws Exception {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setNodeId("7");
        adapter.start(RunningAdapter.context());
        try {
            AdministeredGateway gateway = new AdministeredGateway();
            gateway.setResourceAdapter(adapter);

            assertThat(gateway.node()).isEqualTo(7);
        } finally {
            adapter.stop();
        }
    }

    @Test
    void a_setting_that_makes_no_sense_stops_the_start_names_its_key_and_leaves_nothing_behind() {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setSettings("share-lime = 5");

        assertThatThrownBy(() -> adapter.start(RunningAdapter.context()))
                .isInstanceOf(ResourceAdapterInternalException.class)
                .hasMessageContaining("share-lime");
        assertThat(RunningAdapter.threads()).isEmpty();
    }

    @Test
    void a_pool_that_makes_no_sense_stays_closed_alone_and_its_key_is_named() throws Exception {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        RunningAdapter.pool("good", "127.0.0.1:0 plain 4").setResourceAdapter(adapter);
        RunningAdapter.pool("bad", "127.0.0.1 plain 4").setResourceAdapter(adapter);
        adapter.start(RunningAdapter.context());
        try {
            assertThat(adapter.gateway().pools())
                    .extracting(PoolDefinition::name)
                    .extracting(Object::toString)
                    .containsExactly("good");
            assertThat(adapter.gateway().closed()).containsOnlyKeys("bad");
            assertThat(adapter.gateway().closed().get("bad")).startsWith("ports ");
        } finally {
            adapter.stop();
        }
    }

    @Test
    void no_miner_is_let_in_before_the_way_to_the_disk_is_warm() throws Exception {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setSettings("warm-up-batches = 3");
        RunningAdapter.pool("toy", "127.0.0.1:0 plain 4").setResourceAdapter(adapter);
        adapter.start(RunningAdapter.context());
        try {
            RunningAdapter.open(adapter);
            assertThat(adapter.station().addresses(RunningAdapter.POOL)).isEmpty();
            adapter.endpointActivation(new RecordingListener(), new ShareActivation());
            RunningAdapter.until(
                    () -> !adapter.station().addresses(RunningAdapter.POOL).isEmpty());

            assertThat(adapter.gateway().figures().values().get("life_signs")).isGreaterThanOrEqualTo(3);
        } finally {
            adapter.stop();
        }
    }

    @Test
    void a_listener_that_never_comes_keeps_miners_waiting_so_long_and_no_longer() throws Exception {
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setSettings("warm-up-millis = 50");
        RunningAdapter.pool("toy", "127.0.0.1:0 plain 4").setResourceAdapter(adapter);
        adapter.start(RunningAdapter.context());
        try {
            RunningAdapter.open(adapter);

            RunningAdapter.until(
                    () -> !adapter.station().addresses(RunningAdapter.POOL).isEmpty());
        } finally {
            adapter.stop();
        }
    }

    @Test
    void a_pool_whose_port_is_taken_says_so() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = new RunningAdapter(folder, "", "127.0.0.1:" + taken.getLocalPort() + " plain 4")) {
            RunningAdapter.until(() -> !server.adapter.gateway().closed().isEmpty());

            String port = "127.0.0.1:" + taken.getLocalPort();
            assertThat(server.adapter.gateway().closed().get("toy"))
                    .startsWith("ports name one that cannot be opened: " + port)
                    .contains("in use");
            assertThat(server.adapter.getStatistics().getValue("closed_pools").toString())
                    .startsWith("toy: ports name one")
                    .contains(port);
        }
    }

    @Test
    void miners_of_a_suspended_pool_are_sent_away_and_new_ones_told_why() throws Exception {
        try (var server = new RunningAdapter(folder, "suspend-grace-millis = 0");
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            miner.login("miner1");
            server.adapter.gateway().suspend(RunningAdapter.POOL, "the node is away");
            assertThat(miner.read()).isEqualTo("null problem NO_WORK");
            assertThat(miner.read()).isIn("null problem NO_WORK", "closed");

            try (var late = server.miner()) {
                late.send("1 login miner2 x");
                assertThat(late.read()).isEqualTo("1 later the node is away");
                assertThat(late.read()).isEqualTo("closed");
            }
        }
    }

    @Test
    void a_login_that_waits_hears_that_there_will_be_no_work() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            miner.send("1 login miner1 x");
            RunningAdapter.until(
                    () -> !server.adapter.gateway().miners(RunningAdapter.POOL).isEmpty());
            server.adapter.gateway().suspend(RunningAdapter.POOL, "the node is away");

            assertThat(miner.read()).isEqualTo("1 later the node is away");
            assertThat(miner.read()).isEqualTo("closed");
            assertThat(server.total(Count.LOGINS_REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void a_login_that_waits_when_its_pool_is_stopped_hears_nothing_that_is_the_operator_s() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            miner.send("1 login miner1 x");
            RunningAdapter.until(
                    () -> !server.adapter.gateway().miners(RunningAdapter.POOL).isEmpty());
            server.adapter.gateway().stop(RunningAdapter.POOL, "node must be a URL, not 'secret'");

            assertThat(miner.read()).isEqualTo("1 later The pool is closed.");
            assertThat(miner.read()).isEqualTo("closed");
            assertThat(server.adapter.gateway().closed().get("toy")).contains("secret");
        }
    }

    @Test
    void the_console_shows_the_same_figures_as_the_gateway() throws Exception {
        try (var server = new RunningAdapter(folder, "")) {
            var console = server.adapter.getStatistics();

            assertThat(console.getNames())
                    .containsAll(server.adapter.gateway().figures().values().keySet())
                    .contains("closed_pools");
            assertThat(console.getValue("closed_pools")).isEqualTo("");
            assertThat(console.getValue("pools_open")).isEqualTo(1L);
            assertThat(console.getNames())
                    .allSatisfy(name -> assertThat(console.getDescription(name)).isNotEqualTo(name));
        }
    }
}
