package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;

/** What the wallet's answers mean for money; node and wallet are one scripted program here. */
class PaymentsTest {
    private static final String POOL = MoneroAddressesTest.STANDARD;
    private static final String OURS = ScriptedNode.OURS;
    private static final PreparedPayment PAYMENT =
            new PreparedPayment(OURS, Octets.ofHex("01"), Money.ofAtoms(1, Monero.XMR), List.of("k1", "k2"), "");
    private static final PaymentOrder ORDER = new PaymentOrder(
            new TreeMap<>(Map.of(new MinerAddress(MoneroAddressesTest.SUBADDRESS), Money.ofAtoms(500, Monero.XMR))));

    private ReplayingRpc program;
    private ScriptedNode node;
    private Monerod monerod;
    private WalletRpc rpc;
    private MoneroWallet wallet;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        node = new ScriptedNode(program);
        monerod = program.monerod();
        rpc = program.wallet();
        WalletOpening opening = new WalletOpening(rpc, Optional.empty(), POOL);
        wallet = new MoneroWallet(
                opening, opening, monerod, new WalletTerms(new Depths(60, 60, 10), Duration.ZERO, Duration.ZERO));
        program.answersResult("get_address", "{\"address\":\"" + POOL + "\"}")
                .answersResult("refresh", "{}")
                .answersResult("get_height", "{\"height\":100}")
                .answersResult("get_balance", "{\"balance\":456,\"unlocked_balance\":123}")
                .answersResult("store", "{}");
        node.chain(100, "tip");
    }

    @AfterEach
    void stop() {
        rpc.close();
        monerod.close();
        program.close();
    }

    @Test
    void a_wallet_behind_its_node_pays_nothing() {
        node.chain(101, "tip");

        assertThat(wallet.condition().ready()).isFalse();
        assertThat(wallet.condition().words()).startsWith("The wallet has seen 100 blocks, the node has 101");
        assertThatThrownBy(() -> wallet.prepare(ORDER)).isInstanceOf(NodeUnavailableException.class);
        assertThat(program.asked()).doesNotContain("transfer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -17 | not enough money           | The wallet has too little money for this payout and its fee.
                    -37 | not enough unlocked money  | The wallet has enough money, but too little of it is unlocked yet
                    -2  | WRONG_ADDRESS              | The wallet does not accept an address of this payout.
                    -46 | destination amount is zero | An amount of this payout is zero.
                    -18 | would be too large         | The transaction would be too large
                    """)
    void a_refusal_is_told_in_plain_words(int code, String walletSays, String words) {
        program.answersFault("transfer", code, walletSays);

        assertThatThrownBy(() -> wallet.prepare(ORDER))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageStartingWith(words)
                .hasMessageEndingWith("The wallet says: " + walletSays + " (" + code + ")");
    }

    @ParameterizedTest
    @CsvSource({"-4,transaction was rejected by daemon", "-38,no connection to daemon", "0,''"})
    void an_error_that_may_mean_anything_decides_nothing(int code, String walletSays) {
        program.answersFault("transfer", code, walletSays);

        assertThatThrownBy(() -> wallet.prepare(ORDER)).isInstanceOf(NodeUnavailableException.class);
    }

    @Test
    void a_transaction_over_another_amount_is_not_taken() {
        program.answersResult("transfer", transfer(501, "[\"k1\"]"));

        assertThatThrownBy(() -> wallet.prepare(ORDER)).hasMessageContaining("over 501 atoms for an order of 500");
    }

    @Test
    void a_transaction_whose_inputs_are_unknown_is_not_taken() {
        program.answersResult("transfer", transfer(500, "[]"));

        assertThatThrownBy(() -> wallet.prepare(ORDER))
                .hasMessageContaining("does not say what the transaction spends");
    }

    @Test
    void a_prepared_payment_is_what_the_wallet_answered() throws Exception {
        program.answersResult("transfer", transfer(500, "[\"k1\",\"k2\"]"));

        assertThat(wallet.prepare(ORDER))
                .isEqualTo(new PreparedPayment(
                        OURS, Octets.ofHex("0102"), Money.ofAtoms(7, Monero.XMR), List.of("k1", "k2"), "cd"));
    }

    @Test
    void what_a_block_has_is_not_relayed() throws Exception {
        node.hasMined(90);

        wallet.send(PAYMENT);

        assertThat(program.asked()).containsExactly("/get_transactions");
    }

    @Test
    void what_was_relayed_is_stored() throws Exception {
        node.hasNothing();
        program.answersResult("relay_tx", "{\"tx_hash\":\"" + OURS + "\"}");

        wallet.send(PAYMENT);

        assertThat(program.asked()).containsExactly("/get_transactions", "get_address", "relay_tx", "store");
    }

    @Test
    void a_failed_relay_decides_nothing() {
        node.hasNothing();
        program.answersFault("relay_tx", -4, "Failed to commit tx.");

        assertThatThrownBy(() -> wallet.send(PAYMENT))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("which decides nothing");
    }

    private static String transfer(int amount, String keyImages) {
        return "{\"tx_hash\":\"" + OURS + "\",\"amount\":" + amount + ",\"fee\":7,\"tx_metadata\":\"0102\","
                + "\"tx_key\":\"cd\",\"spent_key_images\":{\"key_images\":" + keyImages + "}}";
    }
}
