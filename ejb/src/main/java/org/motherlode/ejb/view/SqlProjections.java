package org.motherlode.ejb.view;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Prospect;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PaymentView;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.Projections;

/** Projections from the database, the gateway and the nodes, each answer kept for a few seconds. */
final class SqlProjections implements Projections {
    private final OpenPools pools;
    private final StratumGateway gateway;
    private final NetworkWatch networks;
    private final PoolViews poolViews;
    private final MinerViews minerViews;
    private final BlockRows blockRows;
    private final Efforts efforts;
    private final MoneyRows moneyRows;
    private final Kept<PoolName, Online> online;
    private final Kept<PoolName, Optional<PayoutOutlook>> outlooksKept;
    private final Function<PoolName, Optional<PayoutOutlook>> outlooks;
    private final Kept<PoolName, PoolView> poolsKept;
    private final Kept<MinerKey, Optional<MinerView>> minersKept;
    private final Kept<PageKey, List<BlockView>> blocksKept;
    private final Kept<PageKey, List<PaymentView>> paymentsKept;

    /** A page of a list; the address is empty for the whole pool's. */
    private record PageKey(PoolName pool, String address, int limit, int offset) {}

    SqlProjections(Sources sources, ViewBounds bounds, InstantSource clock) {
        Turns turns = new Turns(bounds);
        Reads reads = new Reads(sources.database(), turns, bounds);
        Queries queries = new Queries(sources.entities(), turns, bounds);
        this.pools = sources.pools();
        this.gateway = sources.gateway();
        this.networks = new NetworkWatch(sources.background(), sources.work(), clock);
        this.poolViews = new PoolViews(reads, queries, sources.payouts(), clock);
        this.minerViews = new MinerViews(reads, queries, bounds, clock);
        this.blockRows = new BlockRows(reads, queries);
        this.efforts = new Efforts(blockRows, bounds, clock);
        this.moneyRows = new MoneyRows(queries);
        this.online = new Kept<>(bounds.kept(), bounds.life(), clock);
        this.outlooksKept = new Kept<>(bounds.kept(), bounds.outlook(), clock);
        this.outlooks = sources.outlooks();
        this.poolsKept = new Kept<>(bounds.kept(), bounds.life(), clock);
        this.minersKept = new Kept<>(bounds.kept(), bounds.life(), clock);
        this.blocksKept = new Kept<>(bounds.kept(), bounds.life(), clock);
        this.paymentsKept = new Kept<>(bounds.kept(), bounds.life(), clock);
    }

    @Override
    public List<PoolName> pools() {
        return pools.all().stream().map(OpenPool::name).toList();
    }

    @Override
    public Map<String, String> closed() {
        return ClosedPools.keys(gateway.closed());
    }

    @Override
    public Optional<PoolView> pool(PoolName name) {
        return pools.find(name)
                .map(pool -> poolsKept.get(
                        name, () -> poolViews.of(pool, online(name), networks.now(pool), fingerprint(name))));
    }

    @Override
    public Optional<NetworkView> network(PoolName name) {
        return pools.find(name).flatMap(networks::now);
    }

    @Override
    public List<BlockView> blocks(PoolName name, int limit, int offset) {
        return blocksKept.get(new PageKey(name, "", limit, offset), () -> pools.find(name)
                .map(pool -> efforts.added(blockRows.newest(name, asset(pool), limit, offset)))
                .orElse(List.of()));
    }

    @Override
    public List<PaymentView> payments(PoolName name, int limit, int offset) {
        return paymentsKept.get(new PageKey(name, "", limit, offset), () -> pools.find(name)
                .map(pool -> moneyRows.payments(name, asset(pool), limit, offset))
                .orElse(List.of()));
    }

    @Override
    public AddressVerdict address(PoolName name, String text) {
        return pools.find(name)
                .map(pool -> pool.chain().addresses().parse(text))
                .orElseGet(() -> new AddressVerdict.Refused("The pool " + name + " is not running now."));
    }

    @Override
    public Optional<MinerView> miner(PoolName name, String address) {
        MinerKey miner = new MinerKey(name, address);
        return minersKept.get(miner, () -> pools.find(name)
                .flatMap(pool -> minerViews.of(miner, asset(pool), online(name).workersOf(address)))
                .map(view -> view.expecting(prospect(miner))));
    }

    private Optional<Prospect> prospect(MinerKey miner) {
        return outlooksKept
                .get(miner.pool(), () -> outlooks.apply(miner.pool()))
                .flatMap(outlook -> outlook.find(miner.address()))
                .map(PayoutOutlook.Line::prospect);
    }

    @Override
    public List<PaymentView> paymentsOf(PoolName name, String address, int limit, int offset) {
        return paymentsKept.get(new PageKey(name, address, limit, offset), () -> pools.find(name)
                .map(pool -> moneyRows.paymentsOf(new MinerKey(name, address), asset(pool), limit, offset))
                .orElse(List.of()));
    }

    private Optional<String> fingerprint(PoolName name) {
        return Optional.ofNullable(gateway.fingerprints().get(name));
    }

    private Online online(PoolName name) {
        return online.get(name, () -> Online.of(gateway.miners(name)));
    }

    private static Asset asset(OpenPool pool) {
        return pool.chain().asset();
    }
}
