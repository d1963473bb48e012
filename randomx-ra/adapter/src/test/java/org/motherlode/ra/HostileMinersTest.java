package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainTemplate;
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
            assertThat(server.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
        }
    }

    @Test
    void a_miner_that_sends_too_many_lines_is_cut() throws Exception {
        try (var server = new RunningAdapter(folder, "lines-per-second = 1");
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
            assertThat(server.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
        }
    }

    @Test
    void connections_of_one_address_are_bounded_and_a_place_becomes_free_again() throws Exception {
        try (var server = new RunningAdapter(folder, "connections-per-address = 1")) {
            server.publish(PlainTemplate.at(10));
            try (var first = server.miner()) {
                first.login("miner1");
                try (var second = server.miner()) {
                    assertThat(second.read()).isEqualTo("closed");
                }
            }
            RunningAdapter.until(
                    () -> server.adapter.gateway().figures().values().getOrDefault("connections", 1L) == 0);
            try (var third = server.miner()) {
                assertThat(third.login("miner1").clean()).isTrue();
            }
        }
    }
}
