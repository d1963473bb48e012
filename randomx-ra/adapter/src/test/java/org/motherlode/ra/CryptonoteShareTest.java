package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.json.JsonObject;

/** What a logged-in miner hears, to the byte, whose shares are not what they should be. */
class CryptonoteShareTest {
    @TempDir
    Path folder;

    private RunningAdapter server;
    private RawSocket miner;
    private String session;
    private Work work;

    @BeforeEach
    void logIn() throws Exception {
        server = new RunningAdapter(folder, "bad-hashes = 2; lines-at-once = 200", "127.0.0.1:0 cryptonote 4");
        RunningAdapter.until(
                () -> !server.adapter.station().addresses(RunningAdapter.POOL).isEmpty());
        server.publish(PlainTemplate.at(10));
        RunningAdapter.until(() -> server.total(Count.TEMPLATES_PUBLISHED) == 1);
        miner = new RawSocket(server.address());
        miner.line("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}");
        JsonObject result = json(miner.read()).object("result").orElseThrow();
        JsonObject job = result.object("job").orElseThrow();
        session = result.text("id").orElseThrow();
        work = new Work(
                job.text("job_id").orElseThrow(), Octets.ofHex(job.text("blob").orElseThrow()), Difficulty.of(4), true);
    }

    @AfterEach
    void end() throws IOException {
        miner.close();
        server.close();
    }

    @Test
    void a_good_share_is_ok_in_capitals_too_and_a_duplicate_in_any_spelling() throws Exception {
        Share share = PlainMiner.find(work, 0x0a00_0000, true);
        submit(
                2,
                session,
                new Share(
                        share.job(),
                        share.nonce().toUpperCase(Locale.ROOT),
                        share.hash().toUpperCase(Locale.ROOT)));
        assertThat(miner.read())
                .isEqualTo("{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}");
        submit(3, session, share);

        assertThat(miner.read()).isEqualTo(error(3, "Duplicate share"));
        assertThat(server.total(Count.SHARES_DUPLICATE)).isEqualTo(1);
        assertThat(server.listener.storedShares()).hasSize(1);
    }

    @Test
    void the_same_share_twice_in_one_packet_counts_once() throws Exception {
        Share share = PlainMiner.find(work, 0, true);
        miner.line(line(2, session, share) + "\n" + line(3, session, share));

        assertThat(new String[] {miner.read(), miner.read()})
                .containsExactlyInAnyOrder(
                        "{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}",
                        error(3, "Duplicate share"));
    }

    @Test
    void a_claim_that_is_not_the_hash_is_refused_and_after_so_many_the_connection_ends() throws Exception {
        Share good = PlainMiner.find(work, 0, true);
        String first = PlainMiner.find(work, 0, false).nonce();
        String second =
                PlainMiner.find(work, Integer.parseInt(first, 16) + 1, false).nonce();
        submit(2, session, new Share(good.job(), first, good.hash()));
        assertThat(miner.read()).isEqualTo(error(2, "Invalid share"));
        submit(3, session, new Share(good.job(), second, good.hash()));

        assertThat(miner.read()).isEqualTo(error(3, "Too many invalid shares in a row"));
        assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
        assertThat(server.total(Count.SHARES_BAD_HASH)).isEqualTo(2);
        assertThat(server.total(Count.CONNECTIONS_CUT_HASHES)).isEqualTo(1);
    }

    @Test
    void an_easy_hash_and_an_unknown_job_are_refused_without_hashing_and_the_connection_stays() throws Exception {
        Share weak = PlainMiner.find(work, 0, false);
        submit(2, session, weak);
        assertThat(miner.read()).isEqualTo(error(2, "Low difficulty share"));
        submit(3, session, new Share("no-such-job", weak.nonce(), weak.hash()));
        assertThat(miner.read()).isEqualTo(error(3, "Invalid job id"));
        submit(4, session, PlainMiner.find(work, 0, true));

        assertThat(miner.read()).contains("\"OK\"");
        assertThat(server.total(Count.HASHES)).isEqualTo(1);
        assertThat(server.total(Count.SHARES_LOW_DIFFICULTY)).isEqualTo(1);
        assertThat(server.total(Count.SHARES_UNKNOWN_JOB)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"000000", "0000000000", "zzzzzzzz", "''", "-1"})
    void a_nonce_of_another_shape_is_no_request_and_ends_the_connection(String nonce) throws Exception {
        submit(2, session, new Share(work.id(), nonce, "00".repeat(32)));

        assertThat(miner.read()).isEqualTo(error(2, "Malformed request"));
        assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
        assertThat(server.total(Count.LINES_UNUSABLE)).isEqualTo(1);
        assertThat(server.total(Count.HASHES)).isZero();
    }

    @Test
    void another_s_session_is_nobody_s() throws Exception {
        submit(2, "0123456789abcdef", PlainMiner.find(work, 0, true));

        assertThat(miner.read()).isEqualTo(error(2, "Unauthenticated"));
        assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
        assertThat(server.total(Count.SHARES_SUBMITTED)).isZero();
    }

    @Test
    void a_flood_of_logins_on_one_connection_ends_it() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            miner.line("{\"id\":5,\"method\":\"login\",\"params\":{\"login\":\"miner2\"}}");
        }
        String line = miner.read();
        while (line.equals(error(5, "Logged in already"))) {
            line = miner.read();
        }

        assertThat(line)
                .isEqualTo(
                        "{\"id\":null,\"jsonrpc\":\"2.0\",\"method\":\"error\",\"error\":{\"code\":-2,\"message\":\"Too many requests\"}}");
        assertThat(miner.read()).isEqualTo(RawSocket.CLOSED);
        assertThat(server.total(Count.LOGINS_ACCEPTED)).isEqualTo(1);
        assertThat(server.total(Count.CONNECTIONS_FLOODING)).isEqualTo(1);
    }

    private void submit(int id, String as, Share share) throws IOException {
        miner.line(line(id, as, share));
    }

    private static String line(int id, String session, Share share) {
        return "{\"id\":" + id + ",\"method\":\"submit\",\"params\":{\"id\":\"" + session + "\",\"job_id\":\""
                + share.job() + "\",\"nonce\":\"" + share.nonce() + "\",\"result\":\"" + share.hash() + "\"}}";
    }

    private static String error(int id, String message) {
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"" + message + "\"}}";
    }

    private static JsonObject json(String line) throws IOException {
        return JsonObject.read(line.getBytes(StandardCharsets.UTF_8));
    }
}
