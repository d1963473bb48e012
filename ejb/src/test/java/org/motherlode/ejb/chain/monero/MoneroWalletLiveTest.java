package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;

/** Against a real monero-wallet-rpc and monerod. Every test leaves the pool's wallet open and nothing in the node's pool. */
class MoneroWalletLiveTest {
    private static final MinerAddress AMY = new MinerAddress(MoneroAddressesTest.STANDARD);
    private static final MinerAddress BOB = new MinerAddress(MoneroAddressesTest.SUBADDRESS);
    private static final MinerAddress EXCHANGE = new MinerAddress(MoneroAddressesTest.INTEGRATED);
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    /** Enough decoys are unlocked from 80 on; at exactly 86 the wallet searches for them for ever. */
    private static final int LONG_ENOUGH = 100;

    @TempDir
    static Path folder;

    private static Regtest regtest;
    private static String address;
    private static Chain chain;
    private static Wallet wallet;

    @BeforeAll
    static void start() throws Exception {
        regtest = Regtest.start(folder).withWallet(folder);
        create("other");
        address = create("pool");
        regtest.generate(LONG_ENOUGH, address);
        chain = pool(Map.of("monero.wallet-file", "pool"));
        wallet = chain.wallet();
    }

    @AfterAll
    static void stop() {
        chain.close();
        regtest.close();
    }

    @BeforeEach
    void the_wallet_is_ready() {
        assertThat(wallet.condition()).satisfies(condition -> {
            assertThat(condition.words()).startsWith("The wallet is open and at the node's height");
            assertThat(condition.ready()).isTrue();
            assertThat(condition.spendable().isZero()).isFalse();
        });
    }

    @Test
    void a_payment_is_prepared_sent_twice_and_settled() throws Exception {
        PaymentOrder order = order(Map.of(AMY, atoms(7_000_000_000L), BOB, atoms(11_000_000_000L)));

        PreparedPayment payment = wallet.prepare(order);
        assertThat(payment.fee().isZero()).isFalse();
        assertThat(payment.spends()).isNotEmpty();
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Unseen());

        wallet.send(payment);
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Waiting());
        wallet.send(payment);
        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Waiting());

        regtest.generate(1, Regtest.NOBODY);
        assertThat(wallet.fate(payment)).isInstanceOfSatisfying(PaymentFate.Mined.class, mined -> {
            assertThat(mined.confirmations()).isEqualTo(1);
            assertThat(mined.settled()).isFalse();
        });
        regtest.wallet("refresh", NOTHING);
        wallet.send(payment);
        assertThat(pendingIds()).as("nothing is relayed that a block has").isEmpty();

        regtest.generate(9, Regtest.NOBODY);
        assertThat(wallet.fate(payment)).isInstanceOfSatisfying(PaymentFate.Mined.class, mined -> {
            assertThat(mined.confirmations()).isEqualTo(10);
            assertThat(mined.settled()).isTrue();
        });
        assertThat(received(payment, AMY)).isEqualTo(7_000_000_000L);
        assertThat(received(payment, BOB)).isEqualTo(11_000_000_000L);
    }

    @Test
    void a_payment_is_sent_by_a_wallet_program_that_had_forgotten_it() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(AMY, atoms(3_000_000_000L))));
        regtest.wallet("close_wallet", NOTHING);

        wallet.send(payment);

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Waiting());
        regtest.generate(1, Regtest.NOBODY);
        assertThat(received(payment, AMY)).isEqualTo(3_000_000_000L);
    }

    @Test
    void a_payment_whose_money_another_spent_is_dead_once_that_is_final() throws Exception {
        PreparedPayment loser = wallet.prepare(order(Map.of(AMY, atoms(5_000_000_000L))));
        PreparedPayment winner = wallet.prepare(order(Map.of(AMY, atoms(6_000_000_000L))));
        assertThat(winner.spends()).as("the wallet chooses the same outputs").isEqualTo(loser.spends());

        wallet.send(winner);
        assertThatThrownBy(() -> wallet.fate(loser)).hasMessageContaining("Another transaction in the node's pool");
        assertThatThrownBy(() -> wallet.send(loser)).hasMessageContaining("which decides nothing");

        regtest.generate(1, Regtest.NOBODY);
        assertThatThrownBy(() -> wallet.fate(loser)).hasMessageContaining("1 of 10 confirmations");
        regtest.generate(8, Regtest.NOBODY);
        assertThatThrownBy(() -> wallet.fate(loser)).hasMessageContaining("9 of 10 confirmations");
        regtest.generate(1, Regtest.NOBODY);
        assertThat(wallet.fate(loser)).isInstanceOf(PaymentFate.Dead.class);
        assertThat(wallet.fate(winner)).isInstanceOf(PaymentFate.Mined.class);
    }

    @Test
    void an_integrated_address_is_paid_alone() throws Exception {
        PreparedPayment payment = wallet.prepare(order(Map.of(EXCHANGE, atoms(1_000_000_000L))));

        assertThat(wallet.fate(payment)).isEqualTo(new PaymentFate.Unseen());
        assertThatThrownBy(() ->
                        wallet.prepare(order(Map.of(EXCHANGE, atoms(1_000_000_000L), AMY, atoms(1_000_000_000L)))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessage("An integrated address must be paid alone");
    }

    @Test
    void too_much_money_is_refused_in_plain_words() {
        assertThatThrownBy(() -> wallet.prepare(order(Map.of(AMY, atoms(9_000_000_000_000_000_000L)))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageStartingWith("The wallet has too little money for this payout and its fee.");
    }

    @Test
    void locked_money_is_refused_in_plain_words() {
        // the last sixty blocks and more are never unlocked in these tests
        Money more = new Money(wallet.condition().spendable().atoms().add(BigInteger.ONE), Monero.XMR);

        assertThatThrownBy(() -> wallet.prepare(order(Map.of(AMY, more))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageStartingWith("The wallet has enough money, but too little of it is unlocked yet");
    }

    @Test
    void a_wallet_that_is_not_the_pools_is_named() throws Exception {
        regtest.wallet("close_wallet", NOTHING);
        regtest.wallet("open_wallet", file("other"));

        assertThat(wallet.condition()).satisfies(condition -> {
            assertThat(condition.ready()).isFalse();
            assertThat(condition.words()).contains("but monero.address is " + address);
        });
        regtest.wallet("close_wallet", NOTHING);
        regtest.wallet("open_wallet", file("pool"));
    }

    @Test
    void no_open_wallet_is_said_and_a_file_that_cannot_be_opened_is_named() throws Exception {
        regtest.wallet("close_wallet", NOTHING);
        try (Chain without = pool(Map.of());
                Chain wrong = pool(Map.of("monero.wallet-file", "pool", "monero.wallet-password", "wrong"))) {
            assertThat(without.wallet().condition().words()).startsWith("No wallet is open in monero-wallet-rpc at");
            assertThat(wrong.wallet().condition().words()).contains("cannot open the wallet file 'pool'");
        }
    }

    @Test
    void a_wallet_program_that_is_away_is_said() throws Exception {
        try (Chain away = regtest.poolWithoutWallet(address)) {
            assertThat(away.wallet().condition().words()).contains("monero-wallet-rpc at", "does not answer");
            assertThatThrownBy(() -> away.wallet().prepare(order(Map.of(AMY, atoms(1)))))
                    .isInstanceOf(NodeUnavailableException.class);
        }
    }

    private static Chain pool(Map<String, String> settings) throws Exception {
        return regtest.pool(address, settings);
    }

    private static String create(String name) throws Exception {
        regtest.wallet(
                "create_wallet",
                Json.createObjectBuilder(file(name)).add("language", "English").build());
        return regtest.wallet("get_address", NOTHING).text("address");
    }

    private static JsonObject file(String name) {
        return Json.createObjectBuilder()
                .add("filename", name)
                .add("password", "")
                .build();
    }

    /** What the transaction pays this address, proved by the key that was kept: any wallet can tell. */
    private static long received(PreparedPayment payment, MinerAddress receiver) throws Exception {
        JsonObject proof = Json.createObjectBuilder()
                .add("txid", payment.transactionId())
                .add("tx_key", payment.proof())
                .add("address", receiver.text())
                .build();
        return regtest.wallet("check_tx_key", proof).count("received");
    }

    private static List<String> pendingIds() throws Exception {
        JsonObject pending = Json.createObjectBuilder().add("pending", true).build();
        List<String> ids = new ArrayList<>();
        for (JsonFields transfer : regtest.wallet("get_transfers", pending).objects("pending")) {
            ids.add(transfer.text("txid"));
        }
        return ids;
    }

    private static PaymentOrder order(Map<MinerAddress, Money> payments) {
        return new PaymentOrder(new TreeMap<>(payments));
    }

    private static Money atoms(long atoms) {
        return Money.ofAtoms(atoms, Monero.XMR);
    }
}
