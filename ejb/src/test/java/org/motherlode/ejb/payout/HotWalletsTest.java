package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** Amy and Bob are owed 800 atoms, payable or reserved. */
class HotWalletsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final HotWallets wallets = new HotWallets();

    @Test
    void what_is_owed_is_never_advised_to_be_sent_away() throws SQLException {
        Till till = Till.open(DATABASE.appDataSource());
        till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        finds(1_000, 950);
        wallets.look(database(), List.of(pool(till, "0.0000000005")));

        assertThat(wallets.sweep(till.pool())).isEqualTo(150);
        assertThat(wallets.now()).singleElement().satisfies(condition -> {
            assertThat(condition.name()).isEqualTo(till.pool() + ".hot-wallet");
            assertThat(condition.up()).isFalse();
            assertThat(condition.needed()).isFalse();
            assertThat(condition.words())
                    .contains("send 0.000000000150 XMR to the cold wallet", "owed 0.000000000800 XMR");
        });
    }

    @Test
    void a_look_that_knows_no_total_leaves_what_was_known() throws SQLException {
        Till till = Till.open(DATABASE.appDataSource());
        finds(1_000, 1_000);
        wallets.look(database(), List.of(pool(till, "0.0000000005")));
        wallets.knownBy(name -> Optional.of(new WalletCondition(true, "busy", Till.money(0), Optional.empty())));

        wallets.look(database(), List.of(pool(till, "0.0000000005")));

        assertThat(wallets.sweep(till.pool())).isEqualTo(200);
    }

    @Test
    void a_wallet_within_its_bound_is_well_and_one_without_a_bound_is_not_told_of() throws SQLException {
        Till till = Till.open(DATABASE.appDataSource());
        finds(1_000, 1_000);
        wallets.look(database(), List.of(pool(till, "0.000000001")));
        assertThat(wallets.now()).extracting(Condition::up).containsExactly(true);

        wallets.look(database(), List.of(pool(till, "")));
        assertThat(wallets.now()).isEmpty();
        assertThat(wallets.sweep(till.pool())).isZero();
    }

    private void finds(long total, long spendable) {
        wallets.knownBy(name ->
                Optional.of(new WalletCondition(true, "well", Till.money(spendable), Optional.of(Till.money(total)))));
    }

    private static OpenPool pool(Till till, String most) {
        Chain chain = new Chain(
                new ChainId("toy"),
                Till.XMR,
                new PowId("toy"),
                unused(AddressParser.class),
                unused(BlockSource.class),
                unused(BlockSink.class),
                unused(BlockWatch.class),
                unused(Wallet.class),
                () -> {});
        Settings settings = new Settings(Map.of("wallet.hot-most", most));
        return new OpenPool(new PoolDefinition(till.pool(), chain.id(), "", "", List.of(), false, settings), chain);
    }

    private static <T> T unused(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    throw new AssertionError(method + " is not for this test");
                }));
    }

    private static Database database() {
        return new Database(DATABASE.appDataSource());
    }
}
