package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;
import org.motherlode.stratum.json.JsonObject;

/** A proxy that makes jobs of a whole block, in the lines of nodejs-pool and xmr-node-proxy. */
class FillingProxyTest {
    @TempDir
    Path folder;

    private SessionStage stage;
    private JsonObject job;

    @BeforeEach
    void logIn() throws Exception {
        stage = new SessionStage(folder, new CryptonoteDialect(), new ChoiceTemplate(PlainTemplate.at(10)), "");
        stage.say("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\","
                + "\"agent\":\"xmr-node-proxy/0.0.3\"}}");
        String answer = stage.wire.takeLines().get(0);
        job = JsonObject.read(answer.getBytes(StandardCharsets.UTF_8))
                .object("result")
                .flatMap(result -> result.object("job"))
                .orElseThrow();
    }

    @Test
    void it_gets_the_block_and_where_its_words_and_its_miners_belong() {
        assertThat(job.texts().keySet())
                .contains("blocktemplate_blob", "job_id", "target_diff_hex")
                .doesNotContain("blob");
        assertThat(job.number("reserved_offset")).contains(8L);
        assertThat(job.number("client_pool_offset")).contains(16L);
        assertThat(job.number("client_nonce_offset")).contains(20L);
        assertThat(job.number("target_diff")).contains(4_096L);
        assertThat(job.number("difficulty")).isEmpty(); // beyond what our reader takes for a number
        assertThat(job.numbers()).containsEntry("difficulty", Long.toString(Long.MAX_VALUE));
        assertThat(job.number("height")).contains(10L);
    }

    @Test
    void a_share_is_of_the_block_with_both_words_filled_in() {
        share("\"poolNonce\":1,\"workerNonce\":4294967295", "00000000");

        assertThat(stage.claims).singleElement().satisfies(claim -> {
            Octets given = Octets.ofHex(job.text("blocktemplate_blob").orElseThrow());
            assertThat(claim.job().work().hashingBytes()).isEqualTo(given.with(16, Octets.ofHex("00000001ffffffff")));
            assertThat(claim.job().extraNonce().octets())
                    .isEqualTo(given.with(16, Octets.ofHex("00000001ffffffff")).slice(8, 16));
        });
    }

    @Test
    void the_same_nonce_of_two_of_its_miners_are_two_shares_and_of_one_a_duplicate() {
        share("\"poolNonce\":1,\"workerNonce\":1", "00000000");
        share("\"poolNonce\":1,\"workerNonce\":2", "00000000");
        assertThat(stage.claims).hasSize(2);
        share("\"poolNonce\":1,\"workerNonce\":2", "00000000");

        assertThat(stage.claims).hasSize(2);
        assertThat(stage.wire.takeLines()).last().asString().contains("Duplicate share");
    }

    @Test
    void a_share_without_its_words_is_malformed_and_one_with_impossible_ones_no_request() {
        share("\"x\":1", "00000000");
        assertThat(stage.wire.takeLines()).last().asString().contains("Malformed share");
        assertThat(stage.figures.total(Count.SHARES_MALFORMED)).isEqualTo(1);
        share("\"poolNonce\":1", "00000000");
        assertThat(stage.wire.takeLines()).last().asString().contains("Malformed request");
        share("\"poolNonce\":4294967296,\"workerNonce\":1", "00000000");

        assertThat(stage.claims).isEmpty();
        assertThat(stage.wire.takeLines()).last().asString().contains("Malformed request");
    }

    @Test
    void a_chain_without_room_for_a_proxy_says_so() throws Exception {
        SessionStage plain = new SessionStage(folder, new CryptonoteDialect(), PlainTemplate.at(10), "");
        plain.say("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"a\",\"agent\":\"xmr-node-proxy\"}}");

        assertThat(plain.wire.takeLines())
                .singleElement()
                .asString()
                .contains("does not let miners make their own work");
        assertThat(plain.wire.ended).isTrue();
    }

    private void share(String words, String nonce) {
        stage.say("{\"id\":3,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\""
                + job.text("job_id").orElseThrow() + "\",\"nonce\":\"" + nonce + "\"," + words + ",\"result\":\""
                + "00".repeat(32) + "\"}}");
    }
}
