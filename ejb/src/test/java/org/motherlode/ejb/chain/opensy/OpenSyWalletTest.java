package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;

/** Payouts on the stand-in, whose wallet has three spendable rewards of 10,000 coins. */
@Timeout(60)
class OpenSyWalletTest {
    private OpenSyNode node;
    private Chain chain;
    private Wallet wallet;

    @BeforeEach
    void start() throws Exception {
        node = StandIns.started(StandInPow.quick());
        chain = StandIns.chain(node);
        wallet = chain.wallet();
        node.mine(3, StandIns.address(StandIns.POOL));
        pass(100);
    }

    @AfterEach
    void stop() {
        chain.close();
        node.close();
    }

    @Test
    void the_condition_says_what_can_be_spent_and_what_not_yet() throws Exception {
        node.mine(1, StandIns.address(StandIns.POOL));

        assertThat(wallet.condition().ready()).isTrue();
        assertThat(wallet.condition().spendable()).isEqualTo(coins(30_000));
        assertThat(wallet.condition().total()).contains(coins(40_000));
        assertThat(wallet.condition().words()).endsWith("30000.00000000 SYL can be spent.");
    }

    @Test
    void a_wallet_without_the_pools_address_is_named() throws Exception {
        try (Chain other = StandIns.chain(
                node.url(), Map.of("opensy.node-login", OpenSyNode.LOGIN, "opensy.address", StandIns.AMY))) {
            assertThat(other.wallet().condition().ready()).isFalse();
            assertThat(other.wallet().condition().words())
                    .contains("cannot spend what is paid to opensy.address, " + StandIns.AMY);
        }
    }

    @Test
    void what_is_prepared_pays_each_to_the_qirsh_and_is_not_sent() throws Exception {
        PaymentOrder order = order(Map.of(StandIns.AMY, 10_050_000_001L, StandIns.BOB, 100_000_000L));

        PreparedPayment payment = wallet.prepare(order);
        Transaction read = Transaction.of(payment.payload().toBytes());

        assertThat(read.id()).isEqualTo(payment.transactionId());
        assertThat(read.outputs())
                .contains(
                        new Transaction.Output(
                                10_050_000_001L, StandIns.address(StandIns.AMY).script()),
                        new Transaction.Output(
                                100_000_000L, StandIns.address(StandIns.BOB).script()))
                .hasSize(3);
        assertThat(payment.spends()).hasSize(1);
        assertThat(payment.fee().atoms().longValueExact())
                .isBetween(10 * read.virtualSize() / 2, 2 * 10 * read.virtualSize());
        assertThat(node.chain().pool().all()).isEmpty();
        assertThat(node.asked()).doesNotContain("sendrawtransaction", "sendmany", "sendtoaddress");
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Unseen());
    }

    @Test
    void a_payment_is_sent_as_often_as_one_likes_and_pays_once() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));

        wallet.send(payment);
        wallet.send(payment);
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Waiting());
        pass(1);
        wallet.send(payment);
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Mined(104, 1, false));
        pass(19);

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Mined(104, 20, true));
        assertThat(paidTo(StandIns.AMY)).isEqualTo(100_000_000_000L);
    }

    /** After a crash the wallet's file may be an older one, or made anew: a payment is not called dead because of that. */
    @Test
    void a_mined_payment_is_found_without_the_wallets_memory() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));
        wallet.send(payment);
        pass(25);
        node.wallet().forget();

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Mined(104, 25, true));
    }

    @Test
    void a_payment_that_fell_out_of_the_pool_is_to_be_sent_again() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));
        wallet.send(payment);
        node.chain().pool().remove(payment.transactionId());

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Unseen());
    }

    @Test
    void a_payment_whose_coins_somebody_else_spends_is_open_and_then_dead() throws Exception {
        PreparedPayment ours = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));
        PreparedPayment byHand = wallet.prepare(order(Map.of(StandIns.BOB, 100_000_000_000L)));
        assertThat(byHand.spends()).isEqualTo(ours.spends());
        wallet.send(byHand);

        assertThatThrownBy(() -> wallet.fate(ours))
                .isInstanceOf(ContestedPaymentException.class)
                .hasMessageContaining("Another transaction in the node's pool spends");
        pass(19);
        assertThatThrownBy(() -> wallet.fate(ours))
                .isInstanceOf(ContestedPaymentException.class)
                .hasMessageContaining(byHand.transactionId() + " spent ")
                .hasMessageContaining("has 19 of 20 confirmations");
        pass(1);

        assertThat(wallet.fate(ours)).isInstanceOfSatisfying(PaymentFate.Dead.class, dead -> assertThat(dead.why())
                .contains("at height 104 and has 20 confirmations"));
        assertThatThrownBy(() -> wallet.send(ours)).hasMessageContaining("which decides nothing");
    }

    @Test
    void who_spent_it_longer_ago_than_is_looked_back_stays_open() throws Exception {
        try (Chain shortsighted = StandIns.chain(
                node.url(), Map.of("opensy.node-login", OpenSyNode.LOGIN, "opensy.search-blocks", "100"))) {
            PreparedPayment ours = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));
            wallet.send(wallet.prepare(order(Map.of(StandIns.BOB, 100_000_000_000L))));
            pass(101);

            assertThat(wallet.fate(ours)).isInstanceOf(PaymentFate.Dead.class);
            assertThatThrownBy(() -> shortsighted.wallet().fate(ours))
                    .isInstanceOf(ContestedPaymentException.class)
                    .hasMessageContaining("none of the last 100 blocks says by whom");
        }
    }

    @Test
    void a_payment_in_a_block_that_lost_its_place_is_unseen_again() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(StandIns.AMY, 100_000_000_000L)));
        wallet.send(payment);
        pass(1);
        node.chain().invalidate(node.chain().tip().id());

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Unseen());
        wallet.send(payment);
        pass(1);
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Mined(104, 1, false));
    }

    @Test
    void a_payout_beyond_the_wallet_or_below_dust_is_refused_in_words() {
        assertThatThrownBy(() -> wallet.prepare(order(Map.of(StandIns.AMY, 4_000_000_000_000L))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessage("The wallet has too little money for this payout and its fee. The wallet says: Insufficient"
                        + " funds (-4)");
        assertThatThrownBy(() -> wallet.prepare(order(Map.of(StandIns.AMY, 293L))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("the least is 0.00000294 SYL");
        assertThatThrownBy(() -> wallet.prepare(order(Map.of(StandIns.BOB, 545L))))
                .hasMessageContaining("the least is 0.00000546 SYL");
        assertThatThrownBy(() -> wallet.prepare(order(Map.of("syl1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermy", 1_000L))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("The checksum of this address is wrong");
    }

    @Test
    void the_smallest_amounts_that_are_none_are_paid() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(StandIns.AMY, 294L, StandIns.BOB, 546L)));
        wallet.send(payment);
        pass(1);

        assertThat(paidTo(StandIns.AMY)).isEqualTo(294);
        assertThat(paidTo(StandIns.BOB)).isEqualTo(546);
    }

    @Test
    void a_hundred_are_paid_at_once_and_not_more() throws Exception {
        assertThat(wallet.mostReceivers()).isEqualTo(100);
        assertThat(wallet.prepare(order(many(100))).spends()).hasSize(1);
        assertThatThrownBy(() -> wallet.prepare(order(many(101))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessage("A transaction of this pool pays at most 100 receivers, not 101");
    }

    @Test
    void a_transactions_id_is_known_however_it_was_typed() {
        assertThat(wallet.transactionId(" " + "AB".repeat(32) + "\n")).isEqualTo("ab".repeat(32));
        assertThatThrownBy(() -> wallet.transactionId("ab")).hasMessageContaining("64 hexadecimal digits, not 'ab'");
    }

    private static Map<String, Long> many(int receivers) {
        Map<String, Long> payments = new TreeMap<>();
        for (int i = 0; i < receivers; i++) {
            byte[] program = new byte[20];
            program[0] = (byte) i;
            payments.put(Bech32Writing.address("rsyl", 0, program, Bech32.Form.BECH32), 1_000_000_000L + i);
        }
        return payments;
    }

    private long paidTo(String address) {
        return StandInCoins.after(node.chain().best()).unspent().values().stream()
                .filter(coin -> coin.script().equals(StandIns.address(address).script()))
                .mapToLong(StandInCoins.Coin::value)
                .sum();
    }

    private void pass(int blocks) throws Exception {
        node.mine(blocks, StandIns.address(StandIns.NOBODY));
    }

    private static Money coins(long coins) {
        return OpenSy.qirsh(coins * 100_000_000);
    }

    private static PaymentOrder order(Map<String, Long> qirsh) {
        TreeMap<MinerAddress, Money> payments = new TreeMap<>();
        qirsh.forEach((address, amount) -> payments.put(new MinerAddress(address), OpenSy.qirsh(amount)));
        return new PaymentOrder(payments);
    }
}
