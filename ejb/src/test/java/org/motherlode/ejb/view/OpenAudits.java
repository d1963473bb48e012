package org.motherlode.ejb.view;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.view.Audits;
import org.motherlode.model.work.Difficulty;

/** Audits of one pool, whose chain is asked nothing, as they are just now: nothing is remembered from one look to the next. */
public final class OpenAudits {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private OpenAudits() {}

    /**
     * As with the defaults, but for the portions.
     *
     * @param portion owners that are read at a time
     */
    public static Audits of(DataSource database, PoolName name, Asset asset, int portion) {
        return of(database, pools(name, asset), new AuditBounds(1, portion, 2, false));
    }

    static Audits of(DataSource database, OpenPools pools, AuditBounds bounds) {
        return new SqlAudits(database, pools, new SqlAudits.Bounds(ViewBounds.DEFAULT, bounds), () -> NOON);
    }

    static OpenPools pools(PoolName name, Asset asset) {
        OpenPool pool = pool(name, asset);
        return new OpenPools() {
            @Override
            public List<OpenPool> all() {
                return List.of(pool);
            }

            @Override
            public Optional<OpenPool> find(PoolName wanted) {
                return Optional.of(pool).filter(open -> open.name().equals(wanted));
            }

            @Override
            public Map<PoolName, String> stopped() {
                return Map.of();
            }
        };
    }

    private static OpenPool pool(PoolName name, Asset asset) {
        PoolDefinition definition = new PoolDefinition(
                name,
                new ChainId("monero"),
                "",
                "",
                List.of(new ListenPort("127.0.0.1", 3333, "cryptonote", Difficulty.of(1000))),
                false,
                new Settings(Map.of()));
        AddressParser addresses = text -> new AddressVerdict.Payable(new MinerAddress(text));
        return new OpenPool(
                definition,
                new Chain(
                        definition.chain(),
                        asset,
                        new PowId("rx/0"),
                        addresses,
                        never(BlockSource.class),
                        never(BlockSink.class),
                        never(BlockWatch.class),
                        never(Wallet.class),
                        () -> {}));
    }

    private static <T> T never(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                OpenAudits.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError("an audit called " + method);
                }));
    }
}
