package org.motherlode.ejb.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;

/** When a round drops days; what may go is tried where the rule stands, on blocks that were settled. */
class OldSharesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Database owner = new Database(DATABASE.ownerDataSource());
    private final Database database = new Database(DATABASE.appDataSource());
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private boolean away;

    @Test
    void all_old_days_go_in_one_round_and_the_figures_say_so() {
        List.of(400, 300, 30).forEach(this::makeDay);
        OldShares old = new OldShares(database, pools(), new Retention(180, 4));

        away = true;
        old.letGo();
        assertThat(old.dropped())
                .as("the node does not say how difficult its chain is")
                .isZero();

        away = false;
        old.letGo();
        assertThat(old.dropped()).isEqualTo(2);
        assertThat(old.days(today)).isEqualTo(31);
        assertThat(old.keptFor()).isEmpty();

        database.change(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height,"
                        + " hash) VALUES ('closed', 1, 1, 1, now() - interval '30 days', 'amy', 'rig', 1, 1, '')");
        OldShares sooner = new OldShares(database, pools(), new Retention(7, 4));
        sooner.letGo();
        assertThat(sooner.dropped()).isZero();
        assertThat(sooner.keptFor()).isEqualTo("pool closed is neither open nor in pool_retired");
    }

    @Test
    void shares_are_kept_for_half_a_year_for_ever_or_for_at_least_a_week() throws SettingException {
        assertThat(Retention.of(new Settings(Map.of()))).isEqualTo(new Retention(180, 4));
        assertThat(keepDays("0").isForEver()).isTrue();
        assertThat(keepDays("7").isForEver()).isFalse();
        assertThatThrownBy(() -> keepDays("6"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("motherlode.share.keep-days");
    }

    private static Retention keepDays(String days) throws SettingException {
        return Retention.of(new Settings(Map.of("motherlode.share.keep-days", days)));
    }

    private void makeDay(int age) {
        LocalDate day = today.minusDays(age);
        owner.change("CREATE TABLE pool_share_" + day.toString().replace("-", "")
                + " PARTITION OF pool_share FOR VALUES FROM ('" + day + " 00:00:00+00') TO ('" + day.plusDays(1)
                + " 00:00:00+00')");
    }

    private OpenPools pools() {
        Chain chain = new Chain(
                new ChainId("toy"),
                new Asset("TST", 8),
                new PowId("toy"),
                absent(AddressParser.class),
                new OneTip(),
                absent(BlockSink.class),
                absent(BlockWatch.class),
                absent(Wallet.class),
                () -> {});
        OpenPool pool = new OpenPool(
                new PoolDefinition(
                        new PoolName("toy"), new ChainId("toy"), "", "", List.of(), false, new Settings(Map.of())),
                chain);
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

    private final class OneTip implements BlockSource {
        @Override
        public Tip tip() throws NodeUnavailableException {
            if (away) {
                throw new NodeUnavailableException("away");
            }
            return new Tip(1, "a", Difficulty.of(100));
        }

        @Override
        public BlockTemplate template() {
            return absent(BlockTemplate.class);
        }

        @Override
        public String network() {
            throw new AssertionError("who lets shares go does not ask for this");
        }

        @Override
        public String payTo() {
            throw new AssertionError("who lets shares go does not ask for this");
        }

        @Override
        public Subscription onNewTip(Runnable signal) {
            return () -> {};
        }
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was not expected");
        }));
    }
}
