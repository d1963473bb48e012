package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Submission;
import org.motherlode.model.money.Money;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** The vectors were made with reserve_size 17, of which we fill 16. */
class MoneroTemplateTest {
    private static final JsonObject VECTOR = Recorded.file("vector_block1");
    private static final ExtraNonce EXTRA_NONCE =
            new ExtraNonce(Octets.ofHex(VECTOR.getString("extra_nonce_written") + "0000000000000000"));
    private static final Octets NONCE = Octets.ofHex(VECTOR.getString("nonce"));
    private static final Hash POW = Hash.ofHex(VECTOR.getString("randomx_hash"));

    @Test
    void a_job_has_the_recorded_hashing_blob_and_its_nonce_at_39() throws Exception {
        var job = template(VECTOR.getJsonObject("template")).job(EXTRA_NONCE);

        assertThat(job.nonceOffset()).isEqualTo(39);
        assertThat(job.nonceBytes()).isEqualTo(4);
        assertThat(job.withNonce(NONCE).hex()).isEqualTo(VECTOR.getString("hashing_blob"));
    }

    @Test
    void the_miner_transaction_has_the_hash_that_the_node_reported() throws Exception {
        byte[] hash = template(VECTOR.getJsonObject("template"))
                .blob()
                .minerTransactionHash(EXTRA_NONCE.octets().toBytes());

        assertThat(Octets.of(hash).hex()).isEqualTo(VECTOR.getString("miner_tx_hash"));
    }

    @Test
    void a_sealed_block_has_the_bytes_and_the_id_that_the_node_accepted() throws Exception {
        var sealed = template(VECTOR.getJsonObject("template")).seal(new Submission(EXTRA_NONCE, NONCE, POW));

        assertThat(sealed.bytes().hex()).isEqualTo(VECTOR.getString("block_blob"));
        assertThat(sealed.ref().id()).isEqualTo(VECTOR.getString("block_id"));
        assertThat(sealed.ref().height()).isEqualTo(1);
        assertThat(sealed.reward()).contains(Money.ofAtoms(35_184_338_534_400L, Monero.XMR));
    }

    @Test
    void a_proxy_that_fills_in_its_words_mines_the_block_that_is_sealed() throws Exception {
        var template = template(VECTOR.getJsonObject("template"));
        var words = Octets.ofHex("0000002affffffff");
        var open = template.openBlock(EXTRA_NONCE).orElseThrow();
        var filled = new ExtraNonce(EXTRA_NONCE.octets().with(8, words));

        assertThat(open.ownOffset()).isEqualTo(open.extraNonceOffset() + 8);
        assertThat(template.seal(new Submission(filled, Octets.ofHex("00000000"), POW))
                        .bytes())
                .isEqualTo(open.block().with(open.ownOffset(), words));
    }

    /** The second accepted block, of the second seed epoch. */
    @Test
    void the_block_of_height_2120_has_the_id_that_the_node_gave_it() throws Exception {
        var template = template(Recorded.response("d51_template_second_epoch").getJsonObject("result"));
        var extraNonce = new ExtraNonce(Octets.ofHex("01020304000000000000000000000000"));

        var sealed = template.seal(new Submission(extraNonce, Octets.ofHex("2a000000"), POW));

        assertThat(sealed.ref().id()).isEqualTo("fcf3b91819c38829c39aeb3ef0f0da30bf5d5029e6ef94bc8ac4b740cf105321");
        assertThat(sealed.bytes().hex())
                .isEqualTo(Recorded.file("d52_submit_second_epoch")
                        .getJsonObject("request")
                        .getJsonArray("params")
                        .getString(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d50_template_seed_change_h2049",
                "d50_template_seed_change_h2113",
                "d51_template_second_epoch",
                "d60_template_diff2000"
            })
    void an_empty_extra_nonce_gives_the_nodes_own_hashing_blob(String name) throws Exception {
        JsonObject answer = Recorded.response(name).getJsonObject("result");

        var job = template(answer).job(new ExtraNonce(Octets.of(new byte[16])));

        assertThat(job.hashingBytes().hex()).isEqualTo(answer.getString("blockhashing_blob"));
    }

    @Test
    void a_template_with_transactions_gives_the_nodes_own_hashing_blob() throws Exception {
        JsonObject answer = Recorded.file("vector_tree_4_leaves").getJsonObject("template");

        var job = template(answer).job(new ExtraNonce(Octets.of(new byte[16])));

        assertThat(job.hashingBytes().hex()).isEqualTo(answer.getString("blockhashing_blob"));
    }

    @Test
    void two_extra_nonces_never_share_their_work() throws Exception {
        var template = template(VECTOR.getJsonObject("template"));

        assertThat(template.job(EXTRA_NONCE).hashingBytes())
                .isNotEqualTo(
                        template.job(new ExtraNonce(Octets.of(new byte[16]))).hashingBytes());
    }

    @Test
    void an_extra_nonce_of_another_length_is_a_bug() throws Exception {
        var template = template(VECTOR.getJsonObject("template"));

        assertThatThrownBy(() -> template.job(new ExtraNonce(Octets.of(new byte[15]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes");
    }

    @Test
    void the_network_wants_hash_times_difficulty_below_two_to_the_256() throws Exception {
        var easy = template(VECTOR.getJsonObject("template"));
        var hard = new MoneroTemplate(
                easy.blob(), Difficulty.of(5), easy.seed(), Optional.empty(), PowByVersion.NOT_SET, Optional.empty());

        // the last byte is the most significant: 0xde is met by difficulty 1 only
        assertThat(easy.meetsNetwork(POW)).isTrue();
        assertThat(hard.meetsNetwork(POW)).isFalse();
    }

    @Test
    void an_offset_that_is_not_the_reserved_field_is_refused() {
        byte[] blob = Octets.ofHex(VECTOR.getJsonObject("template").getString("blocktemplate_blob"))
                .toBytes();

        assertThatThrownBy(() -> BlockBlob.read(blob, 125, 17))
                .isInstanceOf(UnreadableBlobException.class)
                .hasMessageContaining("not reserved at byte 125");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 42, 60, 125, 143, 144})
    void a_blob_that_ends_early_is_refused(int length) {
        byte[] cut = Octets.ofHex(VECTOR.getJsonObject("template").getString("blocktemplate_blob"))
                .slice(0, length)
                .toBytes();

        assertThatThrownBy(() -> BlockBlob.read(cut, 126, 17)).isInstanceOf(UnreadableBlobException.class);
    }

    /** The version is the blob's first byte; the recorded one is 16. No node makes a block of version 17 yet. */
    @ParameterizedTest
    @CsvSource({"16, 17, rx/0", "17, 17, rx/2", "18, 17, rx/2", "17, , rx/0", "16, 16, rx/2", "15, 16, rx/0"})
    void the_function_is_that_of_the_blocks_version(int version, Integer second, String function) throws Exception {
        byte[] blob = Octets.ofHex(VECTOR.getJsonObject("template").getString("blocktemplate_blob"))
                .toBytes();
        blob[0] = (byte) version;
        PowByVersion functions = new PowByVersion(second == null ? OptionalInt.empty() : OptionalInt.of(second));

        assertThat(template(VECTOR.getJsonObject("template"), blob, functions).pow())
                .isEqualTo(new PowId(function));
    }

    private static MoneroTemplate template(JsonObject answer) throws UnreadableBlobException {
        byte[] blob = Octets.ofHex(answer.getString("blocktemplate_blob")).toBytes();
        return template(answer, blob, PowByVersion.NOT_SET);
    }

    private static MoneroTemplate template(JsonObject answer, byte[] blob, PowByVersion functions)
            throws UnreadableBlobException {
        return new MoneroTemplate(
                BlockBlob.read(blob, answer.getInt("reserved_offset"), 17),
                Difficulty.of(answer.getInt("difficulty")),
                Seed.ofHex(answer.getString("seed_hash")),
                Optional.empty(),
                functions,
                Optional.empty());
    }
}
