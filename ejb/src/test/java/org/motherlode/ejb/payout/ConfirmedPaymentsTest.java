package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.health.Condition;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** A payout that is confirmed, on a chain that may give it back. */
class ConfirmedPaymentsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration DAY = Duration.ofDays(1);

    private final Locks locks = new AdvisoryLocks(DATABASE.appDataSource());
    private final List<String> sent = new ArrayList<>();
    private PaymentFate fate = new PaymentFate.Mined(7, 10, true);
    private Optional<NodeUnavailableException> open = Optional.empty();
    private Till till;
    private long payout;

    @BeforeEach
    void confirm() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
        PayoutBatch batch = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        PayoutBatch prepared = till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
        PayoutBatch seen = till.in(payouts -> payouts.sent(till.fence(), prepared));
        payout = till.in(payouts -> payouts.confirmed(till.fence(), seen)).number();
    }

    @Test
    void what_a_block_has_is_well_whatever_its_depth() {
        assertThat(look()).isEmpty();
        fate = new PaymentFate.Mined(7, 1, false);

        assertThat(look()).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void what_no_node_knows_any_more_is_told_and_sent_again() {
        fate = new PaymentFate.Unseen();

        assertThat(look())
                .containsExactly(
                        "payout " + payout + " was confirmed, and no node knows it any more: it is sent again");
        assertThat(sent).containsExactly("ab12");
    }

    @Test
    void nothing_is_sent_while_a_payout_of_the_pool_is_under_way() {
        fate = new PaymentFate.Unseen();
        try (Locks.Held held = locks.tryLock("pay/" + till.pool()).orElseThrow()) {
            assertThat(held.fence()).isNotNull();
            assertThat(look()).hasSize(1);
        }

        assertThat(sent).isEmpty();
    }

    @Test
    void what_can_never_be_paid_any_more_shows_until_the_chain_has_it_after_all() {
        fate = new PaymentFate.Dead("spent by another");
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(new Database(DATABASE.appDataSource()), List.of(till.pool()), DAY);
        alarms.gone(Map.of(till.pool(), look()));
        assertThat(payouts(alarms).up()).isFalse();
        assertThat(payouts(alarms).words()).contains("can never be paid any more: spent by another");

        fate = new PaymentFate.Mined(9, 1, false);
        alarms.gone(Map.of(till.pool(), look()));
        assertThat(payouts(alarms).up()).isTrue();
    }

    private Condition payouts(PayoutAlarms alarms) {
        return alarms.now().stream()
                .filter(condition -> condition.name().equals(till.pool() + ".payouts"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_another_transaction_is_about_to_replace_is_told_before_that_is_final() {
        open = Optional.of(new ContestedPaymentException("Another transaction has spent it; that has 1 of 10"));

        assertThat(look())
                .containsExactly("payout " + payout + " was confirmed, and no block has it any more:"
                        + " Another transaction has spent it; that has 1 of 10");
        assertThat(sent).isEmpty();
    }

    @Test
    void a_node_that_is_away_says_nothing_of_a_payment() {
        open = Optional.of(new NodeUnavailableException("away"));

        assertThat(look()).isEmpty();
    }

    @Test
    void what_was_confirmed_long_ago_is_not_asked_about() {
        fate = new PaymentFate.Unseen();

        assertThat(look(Duration.ZERO)).isEmpty();
        assertThat(sent).isEmpty();
    }

    private List<String> look() {
        return look(DAY);
    }

    private List<String> look(Duration watched) {
        Database database = new Database(DATABASE.appDataSource());
        return Optional.ofNullable(new ConfirmedPayments(database, pools(), locks)
                        .look(watched)
                        .get(till.pool()))
                .orElseThrow();
    }

    private OpenPools pools() {
        Chain chain = new Chain(
                new ChainId("toy"),
                Till.XMR,
                new PowId("toy"),
                port(AddressParser.class),
                port(BlockSource.class),
                port(BlockSink.class),
                port(BlockWatch.class),
                port(Wallet.class),
                () -> {});
        PoolDefinition definition =
                new PoolDefinition(till.pool(), new ChainId("toy"), "", "", List.of(), false, new Settings(Map.of()));
        OpenPool pool = new OpenPool(definition, chain);
        return new OpenPools() {
            @Override
            public List<OpenPool> all() {
                return List.of(pool);
            }

            @Override
            public Optional<OpenPool> find(PoolName name) {
                return Optional.of(pool);
            }

            @Override
            public Map<PoolName, String> stopped() {
                return Map.of();
            }
        };
    }

    private PaymentFate fate() throws NodeUnavailableException {
        if (open.isPresent()) {
            throw open.get();
        }
        return fate;
    }

    /** Only the wallet's fate and send are asked for. */
    private <T> T port(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                ConfirmedPaymentsTest.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    PreparedPayment payment = (PreparedPayment) values[0];
                    return switch (method.getName()) {
                        case "fate" -> fate();
                        case "send" -> sent.add(payment.transactionId());
                        default -> throw new AssertionError(method + " was not expected");
                    };
                }));
    }
}
