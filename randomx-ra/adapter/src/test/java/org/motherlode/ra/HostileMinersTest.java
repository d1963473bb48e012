package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

class HostileMinersTest {
    @TempDir
    Path folder;

    @Test
    void a_line_over_the_bound_is_answered_and_the_socket_closed() throws Exception {
        try (var server = new RunningAdapter(folder, "line-bytes = 256");
                var miner = server.miner()) {
            miner.send("x".repeat(300));

            assertThat(miner.read()).isEqualTo("null problem LINE_TOO_LONG");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void garbage_is_answered_so_many_times_and_no_more() throws Exception {
        try (var server = new RunningAdapter(folder, "unusable-lines = 2");
                var miner = server.miner()) {
            miner.send("\u0000\u0001 {{{");
            assertThat(miner.read()).isEqualTo("null problem MALFORMED");
            miner.send("GET / HTTP/1.1");
            assertThat(miner.read()).isEqualTo("null problem MALFORMED");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void a_share_before_login_is_refused_and_the_socket_closed() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            miner.send("1 submit s j 00000000");

            assertThat(miner.read()).isEqualTo("1 problem NOT_LOGGED_IN");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void a_wrong_address_is_told_why_before_the_socket_is_closed() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            miner.send("1 login somebody x");

            assertThat(miner.read()).isEqualTo("1 out that is no address of this network");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void a_second_login_changes_nothing() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            miner.login("miner1");
            miner.send("2 login miner2 x");

            assertThat(miner.read()).isEqualTo("2 problem LOGGED_IN_ALREADY");
            assertThat(server.adapter.gateway().miners(RunningAdapter.POOL))
                    .extracting(figures -> figures.address().text())
                    .containsExactly("miner1");
        }
    }

    @Test
    @Timeout(60)
    void a_miner_that_asks_and_does_not_read_is_cut() throws Exception {
        try (var server = new RunningAdapter(
                        folder, "slow-reader-millis = 100; write-buffer-bytes = 4096; lines-per-second = 1000000");
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            miner.login("miner1");

            assertThatThrownBy(() -> {
                        while (true) {
                            miner.send("2 getjob " + miner.session());
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(server.total(Count.CONNECTIONS_CUT_SLOW)).isEqualTo(1);
        }
    }

    @Test
    void a_miner_that_sends_too_many_lines_is_cut() throws Exception {
        try (var server = new RunningAdapter(folder, "lines-per-second = 1; lines-at-once = 2");
                var miner = server.miner()) {
            miner.send("a\nb\nc");
            miner.read();
            miner.read();

            assertThat(miner.read()).isEqualTo("null problem TOO_FAST");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void who_never_logs_in_is_cut() throws Exception {
        try (var server = new RunningAdapter(folder, "login-millis = 100");
                var miner = server.miner()) {
            assertThat(miner.read()).isEqualTo("closed");
            assertThat(server.total(Count.CONNECTIONS_CUT_LOGIN)).isEqualTo(1);
        }
    }

    @Test
    void connections_of_one_address_are_bounded_and_a_place_becomes_free_again() throws Exception {
        try (var server = new RunningAdapter(folder, "exempt-loopback = false; connections-per-address = 1")) {
            server.publish(PlainTemplate.at(10));
            try (var first = server.miner()) {
                first.login("miner1");
                try (var second = server.miner()) {
                    assertThat(second.read()).isEqualTo("closed");
                }
            }
            RunningAdapter.until(() -> server.open() == 0);
            try (var third = server.miner()) {
                assertThat(third.login("miner1").clean()).isTrue();
            }
        }
    }

    @Test
    void a_line_that_trickles_in_does_not_keep_a_stranger_connected() throws Exception {
        try (var server = new RunningAdapter(folder, "login-millis = 300");
                var stranger = new RawSocket(server.address())) {
            assertThatThrownBy(() -> {
                        while (true) {
                            stranger.write((byte) 'x');
                            LockSupport.parkNanos(5_000_000);
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(server.total(Count.CONNECTIONS_CUT_LOGIN)).isEqualTo(1);
        }
    }

    @Test
    void a_miner_that_went_without_a_word_is_cut_when_it_has_been_silent_for_too_long() throws Exception {
        try (var server = new RunningAdapter(folder, "idle-millis = 1000");
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            miner.login("miner1");

            assertThat(miner.read()).isEqualTo("closed");
            assertThat(server.total(Count.CONNECTIONS_CUT_IDLE)).isEqualTo(1);
            RunningAdapter.until(
                    () -> server.adapter.gateway().miners(RunningAdapter.POOL).isEmpty());
        }
    }

    @Test
    void a_socket_that_is_closed_on_one_side_is_closed_on_the_other() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var stranger = new RawSocket(server.address())) {
            stranger.endOurHalf();

            assertThat(stranger.read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void who_does_not_leave_after_the_last_line_is_closed() throws Exception {
        try (var server = new RunningAdapter(folder, "linger-millis = 50; unusable-lines = 1");
                var stranger = new RawSocket(server.address())) {
            stranger.line("nonsense");
            assertThat(stranger.read()).isEqualTo("null problem MALFORMED");

            assertThatThrownBy(() -> {
                        while (true) {
                            stranger.write(new byte[1_000]);
                        }
                    })
                    .isInstanceOf(IOException.class);
            RunningAdapter.until(() -> server.open() == 0);
        }
    }

    @Test
    void a_flood_of_connections_is_refused_beyond_the_bound_and_harms_nobody_who_is_in() throws Exception {
        try (var server = new RunningAdapter(
                        folder, "exempt-loopback = false; connections-per-address = 2; ban-least-shares = 1000000");
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            miner.login("miner1");
            for (int i = 0; i < 200; i++) {
                try (var flood = new RawSocket(server.address())) {
                    flood.line("x".repeat(100));
                } catch (IOException refused) {
                    // The connection may end before the line is written.
                    assertThat(refused).isNotNull();
                }
            }
            miner.send("2 alive " + miner.session());

            assertThat(miner.read()).isEqualTo("2 alive");
            RunningAdapter.until(() -> server.open() <= 2); // those refused are counted until they are closed
            assertThat(server.total(Count.CONNECTIONS_REFUSED_ADDRESS)).isPositive();
        }
    }

    @Test
    void all_connections_together_have_a_bound() throws Exception {
        try (var server = new RunningAdapter(folder, "connections = 3")) {
            List<RawSocket> sockets = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                sockets.add(new RawSocket(server.address()));
            }
            RunningAdapter.until(() -> server.total(Count.CONNECTIONS_REFUSED_FULL) == 7);

            assertThat(server.total(Count.CONNECTIONS_ACCEPTED)).isEqualTo(3);
            for (RawSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void a_line_that_we_stumble_over_ends_its_own_connection_only() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner();
                var other = server.miner()) {
            server.publish(PlainTemplate.at(10));
            other.login("miner1");
            miner.send("1 bug");

            assertThat(miner.read()).isEqualTo("closed");
            assertThat(server.total(Count.CONNECTION_FAULTS)).isEqualTo(1);
            other.send("2 alive " + other.session());
            assertThat(other.read()).isEqualTo("2 alive");
        }
    }
}
