package org.motherlode.ejb.view;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.model.work.Difficulty;

/** A pool at noon whose node answers at once; what a projection has no business with cannot be called. */
final class ViewPool implements OpenPools {
    static final PoolName NAME = new PoolName("monero");
    static final Asset XMR = new Asset("XMR", 12);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<MinerFigures> connected = new ArrayList<>();
    private Instant now = NOON;
    boolean nodeAway;
    Optional<PayoutOutlook> outlook = Optional.empty();
    int questions;

    static Money xmr(long atoms) {
        return Money.ofAtoms(atoms, XMR);
    }

    void passes(Duration span) {
        now = now.plus(span);
    }

    Instant now() {
        return now;
    }

    void connects(String address, String worker) {
        connected.add(new MinerFigures(
                new MinerAddress(address), worker, "XMRig", Difficulty.of(1000), 0, 0, NOON.minusSeconds(60)));
    }

    SqlProjections projections(DataSource database, EntityManagerFactory entities) {
        Sources sources = new Sources(
                database,
                () -> entities,
                this,
                gateway(),
                name -> Optional.empty(),
                Runnable::run,
                new PayoutInterval(60),
                name -> outlook);
        return new SqlProjections(sources, ViewBounds.DEFAULT, this::now);
    }

    @Override
    public List<OpenPool> all() {
        return List.of(pool());
    }

    @Override
    public Optional<OpenPool> find(PoolName name) {
        return Optional.of(pool()).filter(pool -> pool.name().equals(name));
    }

    @Override
    public Map<PoolName, String> stopped() {
        return Map.of();
    }

    private OpenPool pool() {
        Settings settings = new Settings(Map.of("fee.basis-points", "150", "payout.threshold", "0.3"));
        PoolDefinition definition = new PoolDefinition(
                NAME,
                new ChainId("monero"),
                "",
                "",
                List.of(new ListenPort("127.0.0.1", 3333, "cryptonote", Difficulty.of(1000))),
                false,
                settings);
        AddressParser addresses = text -> new AddressVerdict.Payable(new MinerAddress(text));
        return new OpenPool(
                definition,
                new Chain(
                        definition.chain(),
                        XMR,
                        new PowId("rx/0"),
                        addresses,
                        new Node(),
                        never(BlockSink.class),
                        never(BlockWatch.class),
                        never(Wallet.class),
                        () -> {}));
    }

    private StratumGateway gateway() {
        return (StratumGateway) Proxy.newProxyInstance(
                ViewPool.class.getClassLoader(), new Class<?>[] {StratumGateway.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("miners")) {
                        return List.copyOf(connected);
                    }
                    if (method.getName().equals("fingerprints")) {
                        return Map.of();
                    }
                    throw new AssertionError("a projection called " + method);
                });
    }

    private static <T> T never(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                ViewPool.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new AssertionError("a projection called " + method);
                }));
    }

    private final class Node implements BlockSource {
        @Override
        public Tip tip() throws NodeUnavailableException {
            questions++;
            if (nodeAway) {
                throw new NodeUnavailableException("away");
            }
            return new Tip(3_000_000, "ab", new Difficulty(BigInteger.valueOf(240_000)));
        }

        @Override
        public BlockTemplate template() {
            throw new AssertionError("a projection asked for a template");
        }

        @Override
        public String network() {
            throw new AssertionError("a projection asked for the network");
        }

        @Override
        public String payTo() {
            throw new AssertionError("a projection asked for the pool's address");
        }

        @Override
        public Optional<Duration> blockInterval() {
            return Optional.of(Duration.ofMinutes(2));
        }

        @Override
        public Optional<Integer> seedInterval() {
            return Optional.of(2048);
        }

        @Override
        public Subscription onNewTip(Runnable signal) {
            return () -> {};
        }
    }
}
