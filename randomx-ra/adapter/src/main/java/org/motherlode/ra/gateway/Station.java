package org.motherlode.ra.gateway;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.GatewayFigures;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.pool.ReadPools;
import org.motherlode.ra.socket.MinerSockets;
import org.motherlode.ra.socket.OpenPort;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Trouble;
import org.motherlode.ra.verify.Hashers;
import org.motherlode.ra.verify.Seeds;

/** The running gateway. Calls note what is wanted and return; the house thread does it. */
public final class Station implements StratumGateway, AutoCloseable {
    private static final long SEED_LOOK_MILLIS = 50;
    private static final long TICK_MILLIS = 500;
    private static final long MEMORY_LOOK_MILLIS = 30_000;

    private final ReadPools pools;
    private final Tools tools;
    private final Seeds seeds;
    private final Map<PoolName, PoolDesk> desks = new TreeMap<>();

    public Station(ReadPools pools, Tools tools) {
        this.pools = pools;
        this.tools = tools;
        this.seeds = new Seeds(tools.hashers(), tools.workshop()::run);
        for (PoolDefinition pool : pools.good().values()) {
            JobBoard board = new JobBoard(tools.numbers(), tools.settings().duplicatesPerTemplate());
            desks.put(pool.name(), new PoolDesk(pool, this, board, new Sessions(tools.services())));
        }
        Figures figures = counted();
        figures.read(Gauge.MINERS, () -> desks.values().stream()
                .mapToLong(desk -> desk.sessions().seated())
                .sum());
        figures.read(
                Gauge.POOLS_OPEN,
                () -> desks.values().stream().filter(PoolDesk::isOpen).count());
        figures.read(Gauge.POOLS_STOPPED, () -> closed().size());
        figures.read(Gauge.VERIFY_FAST, seeds::fast);
        figures.read(Gauge.DATASETS, seeds::datasets);
    }

    /** Begins to look after the pools. */
    public void start() {
        tools.house().every(SEED_LOOK_MILLIS, ofAll(desk -> desk.step(now())));
        tools.house().every(TICK_MILLIS, ofAll(desk -> desk.tick(now())));
        tools.house().every(MEMORY_LOOK_MILLIS, seeds::keepOnceMore);
        Trouble certificates = tools.troubles().of(Fault.CERTIFICATE);
        long pause = sockets().settings().certificateLookMillis();
        tools.workshop().every(pause, ofAll(desk -> desk.ports().lookAtCertificate(certificates)));
    }

    private List<Runnable> ofAll(Consumer<PoolDesk> what) {
        return desks.values().stream()
                .map(desk -> (Runnable) () -> what.accept(desk))
                .toList();
    }

    /** Gives back what the certificates hold outside the heap. House and workshop have ended: nobody opens another. */
    @Override
    public void close() {
        desks.values().forEach(desk -> desk.ports().forgetCertificates());
    }

    /** The addresses on which the pool listens now. */
    public List<InetSocketAddress> addresses(PoolName pool) {
        return desk(pool).ports().all().stream().map(OpenPort::address).toList();
    }

    @Override
    public int node() {
        return tools.numbers().node();
    }

    @Override
    public List<PoolDefinition> pools() {
        return List.copyOf(pools.good().values());
    }

    @Override
    public Map<String, String> closed() {
        Map<String, String> closed = new TreeMap<>(pools.unreadable());
        desks.forEach((name, desk) -> desk.stopped().ifPresent(why -> closed.put(name.text(), why)));
        return closed;
    }

    @Override
    public Map<PoolName, String> fingerprints() {
        Map<PoolName, String> fingerprints = new TreeMap<>();
        desks.forEach((name, desk) -> desk.ports().fingerprint().ifPresent(hash -> fingerprints.put(name, hash)));
        return fingerprints;
    }

    @Override
    public List<Condition> conditions() {
        Stream<Condition> functions = desks.values().stream().flatMap(desk -> desk.functions().condition().stream());
        return Stream.concat(tools.troubles().conditions().stream(), functions).toList();
    }

    @Override
    public BanDesk bans() {
        return tools.bans();
    }

    @Override
    public void open(PoolName pool, PoolDoor door) {
        PoolDesk desk = desk(pool);
        tools.house().run(() -> desk.open(door, now()));
    }

    @Override
    public void publish(PoolName pool, BlockTemplate template) {
        PoolDesk desk = desk(pool);
        if (desk.offer(template)) {
            tools.house().run(() -> desk.heed(now()));
        }
    }

    @Override
    public void suspend(PoolName pool, String why) {
        PoolDesk desk = desk(pool);
        if (desk.pause(why)) {
            tools.house().run(() -> desk.heed(now()));
        }
    }

    @Override
    public void stop(PoolName pool, String why) {
        PoolDesk desk = desk(pool);
        tools.house().run(() -> desk.stop(why));
    }

    @Override
    public GatewayFigures figures() {
        return new GatewayFigures(counted().all(), Figures.counters());
    }

    @Override
    public List<MinerFigures> miners(PoolName pool) {
        return desk(pool).sessions().figures();
    }

    /** Whether to verify with the full dataset: it serves all pools of the chain. */
    boolean isFast(PoolDefinition pool) {
        return pools.good().values().stream()
                .anyMatch(other -> other.fast() && other.chain().equals(pool.chain()));
    }

    GatewaySettings settings() {
        return tools.settings();
    }

    boolean isWarm() {
        return tools.warm().getAsBoolean();
    }

    Figures counted() {
        return tools.services().figures();
    }

    Hashers hashers() {
        return tools.hashers();
    }

    House house() {
        return tools.house();
    }

    House workshop() {
        return tools.workshop();
    }

    Seeds seeds() {
        return seeds;
    }

    Dialects dialects() {
        return tools.dialects();
    }

    MinerSockets sockets() {
        return tools.sockets();
    }

    private long now() {
        return tools.services().millis().getAsLong();
    }

    private PoolDesk desk(PoolName pool) {
        PoolDesk desk = desks.get(pool);
        if (desk == null) {
            throw new IllegalArgumentException("there is no pool '" + pool + "'");
        }
        return desk;
    }
}
