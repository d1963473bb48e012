package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.WalletCondition;

/** Looks at the wallet and payouts at the same time, with a program that answers one call after the other. */
class BusyWalletTest {
    private static final String POOL = MoneroAddressesTest.STANDARD;
    private static final int LOOK_MILLIS = 500;
    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final PaymentOrder ORDER = new PaymentOrder(
            new TreeMap<>(Map.of(new MinerAddress(MoneroAddressesTest.SUBADDRESS), Money.ofAtoms(500, Monero.XMR))));

    private final ExecutorService payouts = Executors.newSingleThreadExecutor();
    private ReplayingRpc program;
    private Monerod monerod;
    private WalletRpc rpc;
    private WalletRpc look;

    @BeforeEach
    void start() throws IOException {
        program = new ReplayingRpc();
        monerod = program.monerod();
        rpc = program.wallet();
        look = program.wallet(LOOK_MILLIS);
        program.answersResult("get_address", "{\"address\":\"" + POOL + "\"}")
                .answersResult("refresh", "{}")
                .answersResult("get_height", "{\"height\":100}")
                .answersResult("get_balance", "{\"balance\":456,\"unlocked_balance\":123}")
                .answersResult(
                        "transfer",
                        "{\"tx_hash\":\"" + ScriptedNode.OURS + "\",\"amount\":500,\"fee\":7,\"tx_metadata\":\"0102\","
                                + "\"tx_key\":\"cd\",\"spent_key_images\":{\"key_images\":[\"k1\"]}}");
        new ScriptedNode(program).chain(100, "tip");
    }

    @AfterEach
    void stop() {
        payouts.shutdownNow();
        rpc.close();
        look.close();
        monerod.close();
        program.close();
    }

    @Test
    void while_a_payout_is_signed_a_look_asks_nothing_and_nothing_can_be_spent() throws Exception {
        MoneroWallet wallet = wallet(NONE, LONG);
        assertThat(wallet.condition().spendable()).isEqualTo(Money.ofAtoms(123, Monero.XMR));
        ReplayingRpc.Gate signing = program.holds("transfer");
        Future<PreparedPayment> payout = payouts.submit(() -> wallet.prepare(ORDER));
        signing.awaitCall();
        int asked = program.asked().size();

        WalletCondition during = wallet.condition();

        assertThat(during.ready()).isTrue();
        assertThat(during.words()).startsWith("The wallet is busy with signing a payout since ");
        assertThat(during.spendable().isZero()).isTrue();
        assertThat(program.asked()).hasSize(asked);
        signing.open();
        assertThat(payout.get(1, TimeUnit.MINUTES).transactionId()).isEqualTo(ScriptedNode.OURS);
        assertThat(wallet.condition().spendable()).isEqualTo(Money.ofAtoms(123, Monero.XMR));
    }

    @Test
    void a_wallet_that_signs_for_too_long_is_not_ready() throws Exception {
        MoneroWallet wallet = wallet(NONE, NONE);
        assertThat(wallet.condition().ready()).isTrue();
        ReplayingRpc.Gate signing = program.holds("transfer");
        Future<PreparedPayment> payout = payouts.submit(() -> wallet.prepare(ORDER));
        signing.awaitCall();

        assertThat(wallet.condition().ready()).isFalse();
        signing.open();
        payout.get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_look_that_hangs_is_given_up_and_the_payout_that_waited_is_made() throws Exception {
        MoneroWallet wallet = wallet(NONE, LONG);
        ReplayingRpc.Gate refresh = program.holds("refresh");

        WalletCondition hung = wallet.condition();
        Future<PreparedPayment> payout = payouts.submit(() -> wallet.prepare(ORDER));
        refresh.open();

        assertThat(hung.ready()).isFalse();
        assertThat(hung.words()).contains("does not answer");
        assertThat(payout.get(1, TimeUnit.MINUTES).transactionId()).isEqualTo(ScriptedNode.OURS);
    }

    @Test
    void who_waits_longer_than_his_patience_is_told_for_whom() throws Exception {
        WalletTurns turns = new WalletTurns(java.time.InstantSource.system());
        try (WalletTurns.Turn first = turns.take("sending a payout", NONE)) {
            assertThat(first).isNotNull();
            assertThat(turns.tryTake("a look", NONE)).isEmpty();
            assertThatThrownBy(() -> turns.take("signing a payout", NONE))
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageStartingWith("The wallet is busy with sending a payout since ")
                    .hasMessageEndingWith(", signing a payout must wait");
        }
        turns.take("signing a payout", NONE).close();
        assertThat(turns.current()).isEmpty();
    }

    private MoneroWallet wallet(Duration lookWaits, Duration payoutWaits) {
        return new MoneroWallet(
                new WalletOpening(rpc, Optional.empty(), POOL),
                new WalletOpening(look, Optional.empty(), POOL),
                monerod,
                new WalletTerms(new Depths(60, 60, 10), lookWaits, payoutWaits));
    }
}
