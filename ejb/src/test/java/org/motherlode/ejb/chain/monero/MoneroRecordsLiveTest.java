package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletMovement.Kind;
import org.motherlode.model.payout.WalletRecords;

/** Against a real monero-wallet-rpc and monerod: what the wallet tells of its blocks and of a payment, before and in a block. */
class MoneroRecordsLiveTest {
    private static final int LONG_ENOUGH = 100;

    @TempDir
    static Path folder;

    @Test
    void rewards_and_payments_are_told_with_their_heights_and_amounts() throws Exception {
        try (Regtest regtest = Regtest.start(folder).withWallet(folder)) {
            regtest.wallet(
                    "create_wallet",
                    Json.createObjectBuilder()
                            .add("filename", "pool")
                            .add("password", "")
                            .add("language", "English")
                            .build());
            String address =
                    regtest.wallet("get_address", JsonValue.EMPTY_JSON_OBJECT).text("address");
            regtest.generate(LONG_ENOUGH, address);
            try (Chain chain = regtest.pool(address, Map.of("monero.wallet-file", "pool"))) {
                check(regtest, chain);
            }
        }
    }

    private static void check(Regtest regtest, Chain chain) throws Exception {
        WalletRecords records = chain.wallet().records().orElseThrow();
        WalletHoldings before = records.holdings(0);
        assertThat(before.height()).isEqualTo(LONG_ENOUGH);
        assertThat(before.movements()).hasSize(LONG_ENOUGH).allMatch(movement -> movement.kind() == Kind.MINED);
        assertThat(sum(before.movements()))
                .as("all that it holds was mined")
                .isEqualTo(before.all().atoms());
        assertThat(before.movements().stream().filter(WalletMovement::settled))
                .extracting(movement -> movement.height().getAsLong())
                .as("a reward can be spent after 60 blocks")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 41).boxed().toList());
        assertThat(records.movements(10, 12))
                .extracting(movement -> movement.height().getAsLong())
                .containsExactlyInAnyOrder(11L, 12L);

        Money amount = Money.ofAtoms(7_000_000_000L, Monero.XMR);
        MinerAddress amy = new MinerAddress(MoneroAddressesTest.STANDARD);
        PreparedPayment payment = chain.wallet().prepare(new PaymentOrder(new TreeMap<>(Map.of(amy, amount))));
        assertThat(records.holdings(0)).as("nothing was sent").isEqualTo(before);
        chain.wallet().send(payment);
        Money left = before.all().minus(amount).minus(payment.fee());
        assertThat(records.holdings(LONG_ENOUGH))
                .isEqualTo(new WalletHoldings(LONG_ENOUGH, left, List.of(sent(payment, amount, OptionalLong.empty()))));

        regtest.generate(1, Regtest.NOBODY);
        assertThat(records.holdings(LONG_ENOUGH))
                .isEqualTo(new WalletHoldings(
                        LONG_ENOUGH + 1, left, List.of(sent(payment, amount, OptionalLong.of(LONG_ENOUGH + 1)))));
        String hash = regtest.node(
                        "get_block_header_by_height", Json.createObjectBuilder().add("height", 50))
                .object("block_header")
                .id("hash");
        assertThat(records.block(50)).hasValue(hash);
        assertThat(records.block(5_000)).isEmpty();
    }

    private static WalletMovement sent(PreparedPayment payment, Money amount, OptionalLong height) {
        return new WalletMovement(Kind.SPENT, payment.transactionId(), height, amount, payment.fee(), false);
    }

    private static BigInteger sum(List<WalletMovement> movements) {
        return movements.stream().map(movement -> movement.amount().atoms()).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
