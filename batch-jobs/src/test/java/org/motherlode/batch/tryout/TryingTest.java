package org.motherlode.batch.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.batch.pay.Patience;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PayoutFacts;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** Amy and Bob are due, Cid is below the threshold of 100, Eve is on hold. */
class TryingTest {
    private static final Asset COIN = new Asset("TST", 0);
    private static final PayoutFacts FACTS = new PayoutFacts(
            new PayoutTerms(money(100), 15, false, new BasisPoints(500), PayoutLimits.NONE),
            List.of(),
            Map.of(miner("amy"), money(500), miner("bob"), money(300), miner("cid"), money(40)),
            Map.of(miner("eve"), money(900)),
            Map.of(),
            Refusals.NONE,
            DaySpending.NONE,
            Optional.empty());

    private final List<PayoutOutlook> kept = new ArrayList<>();

    @Test
    void an_operator_reads_the_sum_and_the_rows_have_everybody() {
        assertThat(run(""))
                .isEqualTo("a run would pay 800 TST to 2 now; miners by reason: {ON_HOLD=1, BELOW_THRESHOLD=1, NEXT=2};"
                        + " the wallet: has 1000");
        assertThat(kept).singleElement().satisfies(outlook -> assertThat(outlook.miners())
                .containsOnlyKeys(miner("amy"), miner("bob"), miner("cid"), miner("eve")));
    }

    @Test
    void of_one_miner_the_whole_line_is_told() {
        assertThat(run("cid")).isEqualTo("40 TST: BELOW_THRESHOLD, 60 TST are missing to the threshold of 100 TST");
        assertThat(run("zoe")).isEqualTo("nothing is owed to this address that could be paid now");
    }

    private String run(String miner) {
        Payouts payouts = standIn(Payouts.class, (method, values) -> {
            if (method.equals("tried")) {
                kept.add((PayoutOutlook) values[1]);
                return "nothing that a method without an answer gives";
            }
            assertThat(method).as("a dry run only reads").isEqualTo("facts");
            return FACTS;
        });
        return new Trying(payouts, Patience.none(() -> Instant.EPOCH)).run(pool(), miner);
    }

    private static OpenPool pool() {
        Wallet wallet = standIn(Wallet.class, (method, values) -> switch (method) {
            case "condition" -> new WalletCondition(true, "has 1000", money(1_000));
            case "mostReceivers" -> 15;
            case "isPaidAlone" -> false;
            default -> throw new AssertionError("a dry run does not " + method);
        });
        Chain chain = new Chain(
                new ChainId("toy"),
                COIN,
                new PowId("toy"),
                unused(AddressParser.class),
                unused(BlockSource.class),
                unused(BlockSink.class),
                unused(BlockWatch.class),
                wallet,
                () -> {});
        return new OpenPool(
                new PoolDefinition(new PoolName("toy"), chain.id(), "", "", List.of(), false, new Settings(Map.of())),
                chain);
    }

    private static <T> T unused(Class<T> port) {
        return standIn(port, (method, values) -> {
            throw new IllegalStateException(method + " is not for this test");
        });
    }

    private static <T> T standIn(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                TryingTest.class.getClassLoader(),
                new Class<?>[] {port},
                (self, method, values) -> answer.to(method.getName(), values)));
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private static MinerAddress miner(String name) {
        return new MinerAddress(name);
    }

    private static Money money(long atoms) {
        return Money.ofAtoms(atoms, COIN);
    }
}
