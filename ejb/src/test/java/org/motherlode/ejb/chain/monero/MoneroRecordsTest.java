package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletMovement.Kind;

/** What recorded answers of a wallet mean for the books; node and wallet are one scripted program here. */
class MoneroRecordsTest {
    private static final String POOL = MoneroAddressesTest.STANDARD;
    private static final String SENT = "84e0a9aecc2fc2eaa948500aa617af414fc1b12f91809086060b086c593e94f8";

    private final WalletTurns turns = new WalletTurns(InstantSource.system());
    private ReplayingRpc program;
    private Monerod monerod;
    private WalletRpc rpc;
    private MoneroRecords records;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        monerod = program.monerod();
        rpc = program.wallet();
        records = new MoneroRecords(new WalletOpening(rpc, Optional.empty(), POOL), monerod, turns, Duration.ZERO);
        program.answersResult("get_address", "{\"address\":\"" + POOL + "\"}")
                .answersResult("refresh", "{}")
                .answersResult("get_height", "{\"height\":100}")
                .answers("get_balance", Recorded.response("w10_balance_locked_and_unlocked"))
                .answers("get_transfers", Recorded.response("w33_get_transfers_pending"));
        new ScriptedNode(program).chain(100, "tip");
    }

    @AfterEach
    void stop() {
        rpc.close();
        monerod.close();
        program.close();
    }

    @Test
    void a_look_has_the_whole_balance_and_what_waits() throws Exception {
        assertThat(records.holdings(7))
                .isEqualTo(new WalletHoldings(
                        99, Money.ofAtoms(3_553_279_313_864_525L, Monero.XMR), List.of(sent(OptionalLong.empty()))));
    }

    @Test
    void what_a_block_has_counts_once_and_what_waits_is_in_no_page() throws Exception {
        program.answers("get_transfers", transfers());

        assertThat(records.holdings(7).movements()).containsExactly(mined(true), sent(OptionalLong.of(102)));
        assertThat(records.movements(7, 102)).containsExactly(mined(true), sent(OptionalLong.of(102)));
        program.answers("get_transfers", Recorded.response("w33_get_transfers_pending"));
        assertThat(records.movements(7, 102)).isEmpty();
    }

    @Test
    void a_reward_that_is_locked_is_not_settled_and_money_of_others_is_no_reward() throws Exception {
        program.answersResult("get_transfers", "{\"in\":[" + in("block", true) + "," + in("in", false) + "]}");

        assertThat(records.movements(7, 102))
                .containsExactly(
                        mined(false),
                        new WalletMovement(
                                Kind.RECEIVED,
                                SENT.replace('8', '9'),
                                OptionalLong.of(41),
                                Money.ofAtoms(600, Monero.XMR),
                                Money.zero(Monero.XMR),
                                false));
    }

    @Test
    void a_wallet_behind_its_node_or_one_that_moves_on_says_nothing() {
        program.answersResult("get_height", "{\"height\":99}");
        assertThatThrownBy(() -> records.movements(7, 102))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessage("The wallet has seen 99 blocks, the node has 100");
        program.answers("get_height", height(100), height(101));

        assertThatThrownBy(() -> records.holdings(7)).hasMessageStartingWith("The wallet has seen another block");
    }

    @Test
    void a_wallet_that_is_busy_with_a_payout_is_not_asked() throws Exception {
        try (WalletTurns.Turn payout = turns.take("signing a payout", Duration.ZERO)) {
            assertThat(payout).isNotNull();
            assertThatThrownBy(() -> records.holdings(7))
                    .hasMessageStartingWith("The wallet is busy with signing a payout");
        }

        assertThat(program.asked()).isEmpty();
    }

    @Test
    void an_answer_that_makes_no_sense_is_named() {
        program.answersResult("get_transfers", "{\"out\":[{\"height\":3,\"txid\":\"short\"}]}");

        assertThatThrownBy(() -> records.movements(7, 102))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageEndingWith("gave no sensible answer: 'txid' is not a hash");
    }

    /** The recorded payment as it stands in a block, once more among what waits, and a reward. */
    private static JsonObject transfers() {
        JsonObject out = Recorded.response("w34_get_transfer_by_txid_confirmed_1")
                .getJsonObject("result")
                .getJsonObject("transfer");
        return Recorded.changed("w33_get_transfers_pending", result -> result.add(
                        "out", Json.createArrayBuilder().add(out))
                .add("in", Json.createArrayBuilder().add(Json.createObjectBuilder(reward()))));
    }

    private static JsonObject reward() {
        return Json.createObjectBuilder()
                .add("type", "block")
                .add("txid", SENT.replace('8', '9'))
                .add("height", 41)
                .add("amount", 600)
                .add("locked", false)
                .build();
    }

    private static String in(String type, boolean locked) {
        return Json.createObjectBuilder(reward())
                .add("type", type)
                .add("locked", locked)
                .build()
                .toString();
    }

    private static JsonObject height(int blocks) {
        return Json.createObjectBuilder()
                .add("result", Json.createObjectBuilder().add("height", blocks))
                .build();
    }

    private static WalletMovement mined(boolean settled) {
        return new WalletMovement(
                Kind.MINED,
                SENT.replace('8', '9'),
                OptionalLong.of(41),
                Money.ofAtoms(600, Monero.XMR),
                Money.zero(Monero.XMR),
                settled);
    }

    private static WalletMovement sent(OptionalLong height) {
        return new WalletMovement(
                Kind.SPENT,
                SENT,
                height,
                Money.ofAtoms(6_000_000_000_000L, Monero.XMR),
                Money.ofAtoms(3_552_000_000L, Monero.XMR),
                false);
    }
}
