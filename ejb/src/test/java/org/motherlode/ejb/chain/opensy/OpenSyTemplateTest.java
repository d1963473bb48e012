package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** Blocks that the real node accepted are made anew from the templates that it gave. */
class OpenSyTemplateTest {
    private static final Seed SEED = Seed.ofHex("50cd54253affdd9f84bc3662369a4afc279014842d9b4263da69a2595215fb67");
    private static final Hash POW = Hash.of(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "getblocktemplate-with-transactions,submitblock-accepted-with-transactions,50a4a103a9df8753",
    })
    void an_accepted_block_is_made_anew_to_the_byte(String template, String submitted, String extraNonce)
            throws Exception {
        Octets accepted = Octets.ofHex(Recorded.params(submitted).getString(0));
        Block block = Block.read(accepted.toBytes());
        Octets payTo = block.transactions().get(0).outputs().get(0).script();
        OpenSyTemplate ours = template(Recorded.result(template), new CoinbaseTerms(payTo, ""));
        Octets nonce = accepted.slice(Header.NONCE_OFFSET, Header.NONCE_BYTES);

        SealedBlock sealed = ours.seal(new Submission(new ExtraNonce(Octets.ofHex(extraNonce)), nonce, POW));

        assertThat(sealed.bytes()).isEqualTo(accepted);
        assertThat(sealed.ref().height()).isEqualTo(132);
        assertThat(sealed.ref().id()).isEqualTo("cd4702ccf99dc1e413c546eceb44bf9be6de234cb56977990323d141898148a5");
        assertThat(sealed.reward()).contains(OpenSy.qirsh(1_000_000_010_592L));
    }

    @Test
    void a_job_is_the_header_with_its_nonce_in_the_last_four_bytes() throws Exception {
        OpenSyTemplate template = template("getblocktemplate-height1");

        Job job = template.job(new ExtraNonce(Octets.ofHex("0102030405060708")));

        assertThat(job.hashingBytes().length()).isEqualTo(80);
        assertThat(job.nonceOffset()).isEqualTo(76);
        assertThat(job.nonceBytes()).isEqualTo(4);
        assertThat(job.hashingBytes().hex())
                .startsWith("0000002050cd54253affdd9f84bc3662369a4afc279014842d9b4263da69a2595215fb67")
                .endsWith("b6d6006bffff7f2000000000");
    }

    /** Recorded of XMRig 6.26: its nonce stood at 39 of the header that it was given. */
    @Test
    void a_stock_miners_nonce_is_looked_for_where_it_writes_it() throws Exception {
        assertThat(template("getblocktemplate-height1").misplacedNonce()).hasValueSatisfying(known -> {
            assertThat(known.offset()).isEqualTo(39);
            assertThat(known.sentence()).startsWith("Stock XMRig cannot mine OpenSY");
        });
    }

    @Test
    void another_extra_nonce_is_other_work() throws Exception {
        OpenSyTemplate template = template("getblocktemplate-height1");

        assertThat(template.job(extraNonce("00000000000000aa")).hashingBytes())
                .isNotEqualTo(template.job(extraNonce("00000000000000ab")).hashingBytes());
        assertThatThrownBy(() -> template.job(extraNonce("00"))).hasMessageContaining("has 8 bytes, not 1");
    }

    @Test
    void the_pools_text_and_address_stand_in_its_blocks() throws Exception {
        OpenSyTemplate template = template("getblocktemplate-height1");

        SealedBlock sealed =
                template.seal(new Submission(extraNonce("0102030405060708"), Octets.ofHex("00000000"), POW));
        Transaction coinbase =
                Block.read(sealed.bytes().toBytes()).transactions().get(0);

        assertThat(coinbase.inputs().get(0).script().hex())
                .isEqualTo("51" + "080102030405060708" + "0a4d6f7468657" + "26c6f6465");
        assertThat(coinbase.outputs().get(0)).isEqualTo(new Transaction.Output(1_000_000_000_000L, payTo()));
        assertThat(coinbase.outputs().get(1).script().hex()).startsWith("6a24aa21a9ed");
        assertThat(sealed.bytes().hex()).endsWith("0120" + "00".repeat(32) + "00000000");
    }

    static List<JsonObject> vectors() {
        return Recorded.vectors("vectors");
    }

    /** Only what the node itself judged by its proof of work; it looks at other things first. */
    @ParameterizedTest
    @MethodSource("vectors")
    void a_hash_meets_the_network_where_the_node_says_so(JsonObject vector) throws Exception {
        OpenSyTemplate template = template("getblocktemplate-height1");
        boolean tooHigh = String.valueOf(vector.get("submitResult")).equals("\"high-hash-randomx\"");
        boolean accepted = vector.getBoolean("accepted");

        boolean meets = template.meetsNetwork(Hash.ofHex(vector.getString("randomxHash")));

        assertThat(meets || !accepted).isTrue();
        assertThat(meets && tooHigh).isFalse();
    }

    /** 7fffff00…00 as the target, byte 31 the most significant: one more is too much. */
    @Test
    void the_target_itself_is_good_enough_and_one_more_is_not() throws Exception {
        OpenSyTemplate template = template("getblocktemplate-height1");

        assertThat(template.meetsNetwork(Hash.ofHex("00".repeat(29) + "ffff7f")))
                .isTrue();
        assertThat(template.meetsNetwork(Hash.ofHex("01" + "00".repeat(28) + "ffff7f")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"getblocktemplate-height1,2", "testnet-getblocktemplate-height1,256"})
    void difficulty_is_how_many_hashes_a_block_takes(String template, long hashes) throws Exception {
        assertThat(template(template).networkDifficulty()).isEqualTo(Difficulty.of(hashes));
    }

    @Test
    void the_reward_is_what_the_node_says_and_no_constant() throws Exception {
        assertThat(template("getblocktemplate-after-halving").reward()).contains(OpenSy.qirsh(500_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target | \"00ff\" | 'target' is not a hash",
                "bits | \"1d00ffff\" | its bits and its target are not the same",
                "bits | \"ff\" | bits 'ff' are no target",
                "height | 0 | its height is 0",
                "curtime | 4294967296 | curtime is larger than a header has room for",
                "rules | [\"csv\",\"!argon\"] | it demands the rule 'argon'",
                "previousblockhash | \"x\" | 'previousblockhash' is not a hash",
                "coinbasevalue | 1.5 | 'coinbasevalue' is not a whole number",
                "transactions | [{\"txid\":\"TXID\",\"data\":\"00\"}] | that cannot be read",
            })
    void a_template_of_another_form_is_named(String field, String json, String words) {
        String id = "86cdfecaa72f597b73936b7f2ef03d2c4433caffc804914a92d891e9e72fb76e";
        JsonFields changed = changed(field, json.replace("TXID", id));

        assertThatThrownBy(() -> TemplateAnswer.read(changed))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_transaction_with_another_id_than_its_bytes_say_is_named() {
        JsonObject transaction = Recorded.response("getblocktemplate-with-transactions")
                .getJsonObject("result")
                .getJsonArray("transactions")
                .getJsonObject(0);
        JsonObject other = Json.createObjectBuilder(transaction)
                .add("txid", "ab".repeat(32))
                .build();
        JsonFields changed = changed(
                "transactions", Json.createArrayBuilder().add(other).build().toString());

        assertThatThrownBy(() -> TemplateAnswer.read(changed)).hasMessageContaining("has another id by its bytes");
    }

    private static JsonFields changed(String field, String json) {
        try (var reader = Json.createReader(new java.io.StringReader(json))) {
            JsonValue value = reader.readValue();
            return new JsonFields(
                    "the node",
                    Json.createObjectBuilder(Recorded.response("getblocktemplate-height1")
                                    .getJsonObject("result"))
                            .add(field, value)
                            .build());
        }
    }

    private static ExtraNonce extraNonce(String hex) {
        return new ExtraNonce(Octets.ofHex(hex));
    }

    private static Octets payTo() throws OpenSyAddress.NotAnAddressException {
        return OpenSyAddress.parse("rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyg")
                .script();
    }

    private static OpenSyTemplate template(String recorded) throws Exception {
        return template(Recorded.result(recorded), new CoinbaseTerms(payTo(), "Motherlode"));
    }

    private static OpenSyTemplate template(JsonFields answer, CoinbaseTerms terms) throws NodeUnavailableException {
        TemplateBody body = TemplateAnswer.read(answer);
        assertThat(body.target()).isGreaterThan(BigInteger.ONE);
        return OpenSyTemplate.of(body, terms, SEED, Optional.empty());
    }
}
