package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** On real sockets behind a trusted proxy: where all places are taken, one from a network with fewer gets in all the same. */
class CrowdedPortTest {
    private static final String TRUSTED = "proxy-networks = 127.0.0.0/8; handshake-millis = 600000; ";

    @TempDir
    Path folder;

    private final List<RawSocket> crowd = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        for (RawSocket socket : crowd) {
            socket.close();
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
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        try (var server = RunningAdapter.withPool(folder.resolve("data"), TRUSTED + "handshakes = 3", pool)) {
            letOneIn(server);
        }
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
        socket.write(("PROXY TCP4 " + address + " 192.0.2.9 40000 3333\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
