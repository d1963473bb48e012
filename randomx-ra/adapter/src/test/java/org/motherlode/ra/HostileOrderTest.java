package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.CryptonoteServer.LOGIN;
import static org.motherlode.ra.CryptonoteServer.OK;
import static org.motherlode.ra.CryptonoteServer.error;
import static org.motherlode.ra.CryptonoteServer.later;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ra.CryptonoteServer.LoggedIn;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/** Requests that are well formed and come at the wrong time. */
class HostileOrderTest {
    private static final String OTHER_LOGIN = "{\"id\":5,\"method\":\"login\",\"params\":{\"login\":\"%s\"}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"miner1", "miner2", "nobody"})
    void a_second_login_changes_nothing_whoever_it_names(String user) throws Exception {
        try (var server = new CryptonoteServer(folder, "").withWork();
                var miner = server.logIn()) {
            miner.socket().line(OTHER_LOGIN.formatted(user));
            assertThat(miner.socket().read()).isEqualTo(error("5", "Logged in already"));
            submit(miner, 2, PlainMiner.find(miner.work(), 0, true));
            assertThat(miner.socket().read()).isEqualTo("{\"id\":2,\"jsonrpc\":\"2.0\"," + OK);

            assertThat(server.adapter.listener.storedShares())
                    .extracting(share -> share.miner().text())
                    .containsExactly("miner1");
        }
    }

    @Test
    void a_second_login_while_the_first_waits_for_work_is_refused_and_the_first_is_answered() throws Exception {
        try (var server = new CryptonoteServer(folder, "");
                var socket = server.connect()) {
            socket.line(LOGIN + "\n" + OTHER_LOGIN.formatted("miner2"));
            assertThat(socket.read()).isEqualTo(error("5", "Logged in already"));
            server.adapter.publish(PlainTemplate.at(10));

            assertThat(socket.read()).startsWith("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"");
            assertThat(server.adapter.adapter.gateway().miners(RunningAdapter.POOL))
                    .extracting(miner -> miner.address().text())
                    .containsExactly("miner1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"method\":\"submit\",\"params\":{\"job_id\":\"1\",\"nonce\":\"00000000\",\"result\":\""
                        + "0000000000000000000000000000000000000000000000000000000000000000\"}}",
                "{\"id\":2,\"method\":\"getjob\"}",
                "{\"id\":2,\"method\":\"keepalived\",\"params\":{}}"
            })
    void what_needs_a_login_ends_the_connection_of_one_whose_login_still_waits(String line) throws Exception {
        try (var server = new CryptonoteServer(folder, "");
                var socket = server.connect()) {
            socket.line(LOGIN + "\n" + line);
            assertThat(socket.read()).isEqualTo(error("2", "Unauthenticated"));
            server.adapter.publish(PlainTemplate.at(10));

            assertThat(socket.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.adapter.total(Count.LOGINS_ACCEPTED)).isZero();
        }
    }

    @Test
    void after_a_refused_login_a_good_one_in_the_same_packet_comes_too_late() throws Exception {
        try (var server = new CryptonoteServer(folder, "").withWork();
                var socket = server.connect()) {
            socket.line(OTHER_LOGIN.formatted("nobody") + "\n" + LOGIN);

            assertThat(socket.read()).isEqualTo(error("5", "that is no address of this network"));
            assertThat(socket.read()).isEqualTo(RawSocket.CLOSED);
            assertThat(server.adapter.total(Count.LOGINS_ACCEPTED)).isZero();
        }
    }

    @Test
    void a_job_of_somebody_else_is_an_unknown_one_and_does_not_spoil_it_for_its_owner() throws Exception {
        try (var server = new CryptonoteServer(folder, "").withWork();
                var owner = server.logIn();
                var thief = server.logIn()) {
            Share share = PlainMiner.find(owner.work(), 0, true);
            submit(thief, 2, share);
            assertThat(thief.socket().read()).isEqualTo(error("2", "Invalid job id"));
            submit(owner, 3, share);

            assertThat(owner.socket().read()).isEqualTo("{\"id\":3,\"jsonrpc\":\"2.0\"," + OK);
            assertThat(server.adapter.total(Count.HASHES)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"method\":\"getjob\",\"params\":{\"id\":\"0123456789abcdef\"}}",
                "{\"id\":2,\"method\":\"keepalived\",\"params\":{\"id\":\"0123456789abcdef\"}}"
            })
    void another_s_session_is_no_login(String line) throws Exception {
        try (var server = new CryptonoteServer(folder, "").withWork();
                var miner = server.logIn()) {
            miner.socket().line(line);

            assertThat(miner.socket().read()).isEqualTo(error("2", "Unauthenticated"));
            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void unknown_methods_are_answered_so_many_times_and_no_more() throws Exception {
        try (var server = new CryptonoteServer(folder, "unusable-lines = 3").withWork();
                var miner = server.logIn()) {
            for (int i = 0; i < 3; i++) {
                miner.socket().line("{\"id\":" + i + ",\"method\":\"mining.authorize\",\"params\":[\"a\",\"b\"]}");
                assertThat(miner.socket().read()).isEqualTo(error("" + i, "Unknown method"));
            }

            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    @Test
    void who_asks_more_often_than_it_may_is_told_so_and_sent_away() throws Exception {
        try (var server = new CryptonoteServer(folder, "lines-per-second = 1; lines-at-once = 2").withWork();
                var miner = server.logIn()) {
            String ask = "{\"id\":2,\"method\":\"keepalived\"}\n";
            miner.socket().line(ask.repeat(100).strip());
            assertThat(miner.socket().read())
                    .isEqualTo("{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"KEEPALIVED\"}}");

            assertThat(miner.socket().read()).isEqualTo(later("null", "Too many requests"));
            assertThat(miner.socket().read()).isEqualTo(RawSocket.CLOSED);
        }
    }

    private static void submit(LoggedIn miner, int id, Share share) throws Exception {
        miner.socket()
                .line("{\"id\":" + id + ",\"method\":\"submit\",\"params\":{\"id\":\"" + miner.session()
                        + "\",\"job_id\":\"" + share.job() + "\",\"nonce\":\"" + share.nonce() + "\",\"result\":\""
                        + share.hash() + "\"}}");
    }
}
