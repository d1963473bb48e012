package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;

/** The stand-in against what the real node answered to the same questions, with real RandomX. */
@Timeout(300)
class StandInRecordedTest {
    /** What each node chooses for itself. */
    private static final Set<String> OWN = Set.of("longpollid");

    private static final long AT_HEIGHT_1 = 1_795_217_078L;
    private static final RandomXLight RANDOMX = new RandomXLight();

    private final AtomicLong clock = new AtomicLong(AT_HEIGHT_1);
    private StandInChain chain = regtest();
    private OpenSyNode node = started();

    @AfterAll
    static void close() {
        RANDOMX.close();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getblockcount",
                "getblockhash-out-of-range",
                "getblock-not-found",
                "error-unknown-method",
                "error-unknown-method-jsonrpc2",
                "getblockchaininfo-0",
                "getblockchaininfo-jsonrpc2",
                "getmininginfo-0",
                "getblocktemplate-height1",
                "getblocktemplate-proposal-ok",
                "getblocktemplate-proposal-no-commitment",
                "submitblock-decode-failed",
                "submitblock-reject-bigendian-compare",
                "submitblock-reject-cb-amount",
                "submitblock-reject-cb-height",
                "submitblock-reject-cb-height2",
                "submitblock-reject-cb-length",
                "submitblock-reject-diffbits",
                "submitblock-reject-high-hash",
                "submitblock-reject-merkle",
                "submitblock-reject-reversed-key",
                "submitblock-reject-time-too-new",
                "submitblock-reject-time-too-old",
                "submitblock-reject-unknown-prev",
                "submitblock-reject-version",
                "validateaddress-bad-checksum",
                "validateaddress-bech32",
                "validateaddress-bech32m",
                "validateaddress-legacy",
                "validateaddress-p2sh",
                "validateaddress-wrong-network",
            })
    void a_fresh_chain_answers_as_recorded(String name) throws Exception {
        answersAsRecorded(name);
    }

    @Test
    void a_template_without_its_argument_is_refused_as_recorded() throws Exception {
        RawAsk.Heard heard = asked("getblocktemplate-no-rules-error");

        assertThat(heard.status()).isEqualTo(500);
        assertThat(heard.json().getJsonObject("error").getInt("code")).isEqualTo(-1);
    }

    @Test
    void a_wrong_password_is_refused_as_recorded() throws Exception {
        JsonObject recorded = Recorded.file("auth-wrong-password");

        RawAsk.Heard heard = new RawAsk(node.url(), "pool:wrong").ask(recorded.getJsonObject("request"));

        assertThat(heard.status()).isEqualTo(recorded.getInt("status"));
        assertThat(heard.body()).isEmpty();
    }

    @Test
    void two_blocks_a_duplicate_and_a_rival_are_judged_as_recorded() throws Exception {
        answersAsRecorded("submitblock-accepted-no-witness");
        answersAsRecorded("getblockhash");
        answersAsRecorded("submitblock-duplicate");
        answersAsRecorded("submitblock-inconclusive-fork");
        answersAsRecorded("getblockheader-orphan");
        answersAsRecorded("submitblock-accepted");
        assertThat(chain.tip().height()).isEqualTo(2);
    }

    @Test
    void the_old_key_is_worth_nothing_at_height_64() throws Exception {
        chain.plant(id("ef1bf7ebb765ed490167ff2bee3883c8d026fdab6de010e61b95740bf7f7c4d7"), 32, 1_795_217_080L);
        chain.plant(parentOf("submitblock-reject-old-key-h64"), 63, 1_795_217_091L);

        answersAsRecorded("submitblock-reject-old-key-h64");
    }

    @Test
    void a_block_with_transactions_is_made_and_taken_as_recorded() throws Exception {
        clock.set(1_795_217_144L);
        chain.plant(id("de12867e278eb4d49c723493612149d17ac44ad4c28cea9bf3a84c27ffd1b8a2"), 96, 1_795_217_107L);
        chain.plant(parentOf("submitblock-accepted-with-transactions"), 131, 1_795_217_108L);
        for (JsonObject waiting : Recorded.response("getblocktemplate-with-transactions")
                .getJsonObject("result")
                .getJsonArray("transactions")
                .getValuesAs(JsonObject.class)) {
            Transaction transaction =
                    Transaction.of(Octets.ofHex(waiting.getString("data")).toBytes());
            chain.pool().add(new StandInPool.Waiting(transaction, waiting.getInt("fee"), waiting.getInt("sigops")));
        }

        answersAsRecorded("getblocktemplate-with-transactions");
        answersAsRecorded("submitblock-accepted-with-transactions");
        assertThat(chain.tip().id()).isEqualTo("cd4702ccf99dc1e413c546eceb44bf9be6de234cb56977990323d141898148a5");
        assertThat(chain.pool().all()).isEmpty();
    }

    @Test
    void the_subsidy_halves_and_a_stock_miners_header_has_no_merkle_root_as_recorded() throws Exception {
        clock.set(1_795_217_539L);
        chain.plant("ab".repeat(32), 128, 1_795_217_303L);
        chain.plant(parentOf("submitblock-reject-stock-xmrig-header"), 163, 1_795_217_371L);
        JsonObject recorded =
                Recorded.response("getblocktemplate-after-halving").getJsonObject("result");

        JsonObject answer = asked("getblocktemplate-after-halving").json().getJsonObject("result");

        assertThat(answer.get("coinbasevalue")).isEqualTo(recorded.get("coinbasevalue"));
        assertThat(answer.get("mintime")).isEqualTo(recorded.get("mintime"));
        assertThat(answer.get("previousblockhash")).isEqualTo(recorded.get("previousblockhash"));
        answersAsRecorded("submitblock-reject-stock-xmrig-header");
    }

    @Test
    void testnet_lets_a_late_block_be_easy_as_recorded() throws Exception {
        node.close();
        clock.set(1_795_217_221L);
        chain = new StandInChain(StandInRules.TESTNET, RANDOMX, clock::get);
        node = started();

        answersAsRecorded("testnet-getmininginfo-genesis");
        answersAsRecorded("testnet-getblocktemplate-height1");
        answersAsRecorded("testnet-submitblock-1");
        clock.set(1_795_217_512L);
        answersAsRecorded("testnet-getblocktemplate-height2");
        answersAsRecorded("testnet-submitblock-height2-mindiff");
        assertThat(chain.tip().height()).isEqualTo(2);
    }

    static List<JsonObject> vectors() {
        return Recorded.vectors("vectors");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_recorded_header_has_its_recorded_hash(JsonObject vector) {
        byte[] key = Octets.ofHex(vector.getString("key")).toBytes();
        byte[] header = Octets.ofHex(vector.getString("header")).toBytes();

        assertThat(RANDOMX.of(key, header).hex()).isEqualTo(vector.getString("randomxHash"));
        String words = String.valueOf(vector.get("submitResult"));
        if (!words.contains("bad-txnmrklroot")) { // that is looked at before the proof of work
            assertThat(StandInChecks.isEnough(
                            RANDOMX.of(key, header),
                            CompactBits.ofHex(vector.getString("bits")).orElseThrow()))
                    .isEqualTo(!words.contains("high-hash-randomx"));
        }
    }

    /** The wallet's answers depend on a history that nobody recorded; what it says must be of the recorded form. */
    @ParameterizedTest
    @ValueSource(strings = {"getwalletinfo", "getbalances"})
    void the_wallet_answers_in_the_recorded_form(String name) throws Exception {
        JsonObject answer = asked(name).json().getJsonObject("result");
        JsonObject recorded = Recorded.response(name).getJsonObject("result");

        assertThat(answer).allSatisfy((member, value) -> assertThat(kind(recorded.getOrDefault(member, JsonValue.NULL)))
                .as(member)
                .isEqualTo(kind(value)));
    }

    private static String kind(JsonValue value) {
        JsonValue.ValueType type = value.getValueType();
        return type == JsonValue.ValueType.TRUE || type == JsonValue.ValueType.FALSE ? "FLAG" : type.name();
    }

    private void answersAsRecorded(String name) throws Exception {
        RawAsk.Heard heard = asked(name);

        assertThat(heard.status()).as(name).isEqualTo(Recorded.file(name).getInt("status"));
        assertThat(RawAsk.differences(name, without(heard.json()), Recorded.response(name)))
                .isEmpty();
    }

    private static JsonObject without(JsonObject answer) {
        if (!(answer.get("result") instanceof JsonObject result)) {
            return answer;
        }
        var kept = Json.createObjectBuilder(result);
        OWN.forEach(kept::remove);
        return Json.createObjectBuilder(answer).add("result", kept).build();
    }

    private RawAsk.Heard asked(String name) throws Exception {
        return new RawAsk(node.url(), OpenSyNode.LOGIN).ask(Recorded.file(name).getJsonObject("request"));
    }

    private static String parentOf(String name) throws UnreadableBytesException {
        byte[] block = Octets.ofHex(Recorded.params(name).getString(0)).toBytes();
        return BlockHash.text(Header.read(new WireReader(block)).previous().toBytes());
    }

    private static String id(String key) {
        return BlockHash.text(Octets.ofHex(key).toBytes());
    }

    private StandInChain regtest() {
        return new StandInChain(StandInRules.REGTEST, RANDOMX, clock::get);
    }

    private OpenSyNode started() {
        try {
            return new OpenSyNode(chain, OpenSyAddress.parse("rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyg"));
        } catch (IOException | OpenSyAddress.NotAnAddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
