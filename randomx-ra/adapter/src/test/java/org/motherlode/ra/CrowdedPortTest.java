package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.BegunHandshake;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** On real sockets: where all places are taken, one from a network with fewer gets in all the same. */
class CrowdedPortTest {
    private static final String DIRECT = "exempt-loopback = false; handshake-millis = 600000; ";
    private static final String TRUSTED = "proxy-networks = 127.0.0.0/8; handshake-millis = 600000; ";

    @TempDir
    Path folder;

    private final List<RawSocket> crowd = new ArrayList<>();
    private final List<BegunHandshake> begun = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        for (RawSocket socket : crowd) {
            socket.close();
        }
        for (BegunHandshake handshake : begun) {
            handshake.close();
        }
    }

    @Test
    void the_oldest_of_a_crowd_makes_room_where_there_are_too_many_connections() throws Exception {
        try (var server = new RunningAdapter(folder, TRUSTED + "connections = 3")) {
            letOneIn(server);
        }
    }

    @Test
    void the_oldest_of_a_crowd_makes_room_where_too_many_have_said_nothing_yet() throws Exception {
        try (var server = withTls(TRUSTED + "handshakes = 3")) {
            letOneIn(server);
        }
    }

    @Test
    void none_that_has_said_nothing_yet_makes_room_for_one_that_may_not_come_in_anyway() throws Exception {
        try (var server = withTls(DIRECT + "handshakes = 3; connections-per-address = 1")) {
            server.publish(PlainTemplate.at(10));
            RawSocket miner = comes("127.0.2.1", server);
            miner.line("1 login miner1 x");
            assertThat(miner.read()).startsWith("1 in ");
            for (int i = 1; i <= 3; i++) {
                comes("127.0.1." + i, server);
            }
            RunningAdapter.until(() -> silent(server) == 3);

            assertThat(comes("127.0.2.1", server).read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.total(Count.CONNECTIONS_REFUSED_ADDRESS)).isEqualTo(1);
            assertThat(server.total(Count.CONNECTIONS_DISPLACED)).isZero();
            assertThat(server.open()).isEqualTo(4);
        }
    }

    @Test
    void who_finds_no_place_to_say_something_has_not_come_in() throws Exception {
        try (var server = withTls(DIRECT + "handshakes = 1; connections-per-address = 1")) {
            server.publish(PlainTemplate.at(10));
            RawSocket first = comes("127.0.1.1", server);
            RunningAdapter.until(() -> silent(server) == 1);
            for (int i = 1; i <= 3; i++) {
                assertThat(comes("127.0.1.2", server).read()).isEqualTo(RawSocket.CLOSED);
                assertThat(server.total(Count.CONNECTIONS_REFUSED_HANDSHAKES)).isEqualTo(i);
            }
            assertThat(server.open()).isEqualTo(1);
            assertThat(server.total(Count.CONNECTIONS_ACCEPTED)).isEqualTo(1);
            first.close();
            RunningAdapter.until(() -> silent(server) == 0);
            RawSocket miner = comes("127.0.1.2", server);
            miner.line("1 login miner1 x");

            assertThat(miner.read()).startsWith("1 in ");
        }
    }

    /** Strangers of many networks could have a farm banned that comes back with all its machines at once. */
    @Test
    void a_handshake_that_has_to_make_room_is_held_against_nobody() throws Exception {
        try (var server = withTls(TRUSTED + "ban-least-shares = 1; handshakes = 2")) {
            for (String from : List.of("192.0.2.1", "192.0.2.1", "198.51.100.1")) {
                begun.add(new BegunHandshake(server.address(), header(from)));
            }
            begun.get(0).awaitEnd();
            RunningAdapter.until(() -> server.total(Count.TLS_HANDSHAKES_FAILED) == 1);

            assertThat(server.total(Count.CONNECTIONS_DISPLACED)).isEqualTo(1);
            assertThat(server.total(Count.BANS_MADE)).isZero();
            begun.get(1).close();
            RunningAdapter.until(() -> server.total(Count.BANS_MADE) == 1);
        }
    }

    private RunningAdapter withTls(String settings) throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        return RunningAdapter.withPool(folder.resolve("data"), settings, pool);
    }

    /** Connections that have said nothing yet. */
    private static long silent(RunningAdapter server) {
        return server.adapter.gateway().figures().values().getOrDefault("handshakes", 0L);
    }

    /** Without a proxy. */
    private RawSocket comes(String from, RunningAdapter server) throws Exception {
        RawSocket socket = new RawSocket(server.address(), InetAddress.getByName(from));
        crowd.add(socket);
        return socket;
    }

    private void letOneIn(RunningAdapter server) throws Exception {
        server.publish(PlainTemplate.at(10));
        for (int i = 1; i <= 3; i++) {
            crowd.add(from("192.0.2." + i, server));
            long open = i;
            RunningAdapter.until(() -> server.open() == open);
        }
        try (var miner = from("198.51.100.1", server)) {
            miner.line("1 login miner1 x");

            assertThat(miner.read()).startsWith("1 in ");
            assertThat(crowd.get(0).read()).isEqualTo(RawSocket.CLOSED);
        }
        assertThat(server.total(Count.CONNECTIONS_DISPLACED)).isEqualTo(1);
        assertThat(server.total(Count.CONNECTIONS_REFUSED)).isZero();
    }

    private static RawSocket from(String address, RunningAdapter server) throws Exception {
        RawSocket socket = new RawSocket(server.address());
        socket.write(header(address).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String header(String address) {
        return "PROXY TCP4 " + address + " 192.0.2.9 40000 3333\r\n";
    }
}
