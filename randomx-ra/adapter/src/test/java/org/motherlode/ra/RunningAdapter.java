package org.motherlode.ra;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** An adapter with one open pool on a free port of the loopback, and a listener. */
final class RunningAdapter implements AutoCloseable {
    static final PoolName POOL = new PoolName("toy");

    /** Which functions the chain's work may ask for, and the library to try first; empty for the system's. */
    record Hashing(PowPlan plan, String library) {}

    final MotherlodeAdapter adapter = new MotherlodeAdapter();
    final RecordingListener listener = new RecordingListener();

    RunningAdapter(Path folder, String settings) throws ResourceAdapterInternalException {
        this(folder, settings, "127.0.0.1:0 plain 4");
        until(() -> !adapter.station().addresses(POOL).isEmpty());
    }

    /** Its pool may turn out not to open. */
    RunningAdapter(Path folder, String settings, String ports) throws ResourceAdapterInternalException {
        this(folder, settings, pool("toy", ports));
    }

    /** One whose pool is ready when this returns. */
    static RunningAdapter withPool(Path folder, String settings, AdministeredPool pool)
            throws ResourceAdapterInternalException {
        return withPool(folder, settings, pool, 0);
    }

    static RunningAdapter withPool(Path folder, String settings, AdministeredPool pool, int node)
            throws ResourceAdapterInternalException {
        RunningAdapter server = new RunningAdapter(folder, settings, pool, node);
        until(() -> !server.adapter.station().addresses(POOL).isEmpty());
        return server;
    }

    RunningAdapter(Path folder, String settings, AdministeredPool pool) throws ResourceAdapterInternalException {
        this(folder, settings, pool, 0);
    }

    RunningAdapter(Path folder, String settings, AdministeredPool pool, int node)
            throws ResourceAdapterInternalException {
        this(folder, settings, pool, node, new Hashing(PowPlan.only(Sha256Hasher.ID), ""));
    }

    /** One whose pool is ready when this returns. */
    static RunningAdapter withPool(Path folder, String settings, AdministeredPool pool, Hashing hashing)
            throws ResourceAdapterInternalException {
        RunningAdapter server = new RunningAdapter(folder, settings, pool, 0, hashing);
        until(() -> !server.adapter.station().addresses(POOL).isEmpty());
        return server;
    }

    private RunningAdapter(Path folder, String settings, AdministeredPool pool, int node, Hashing hashing)
            throws ResourceAdapterInternalException {
        adapter.setLibrary(hashing.library());
        adapter.setNodeId(Integer.toString(node));
        adapter.setDataDir(folder.toString());
        adapter.setVerifyThreads("2");
        adapter.setSettings("first-retry-millis = 1; last-retry-millis = 5; " + settings);
        pool.setResourceAdapter(adapter);
        adapter.start(context());
        adapter.endpointActivation(listener, new ShareActivation());
        open(adapter, POOL, hashing.plan());
    }

    static AdministeredPool pool(String name, String ports) {
        AdministeredPool pool = new AdministeredPool();
        pool.setName(name);
        pool.setChain("toy");
        pool.setPorts(ports);
        // Shares come as fast as a test sends them: the difficulty stays where it is.
        pool.setSettings("vardiff.min = 4; vardiff.max = 4; late.millis = 0");
        return pool;
    }

    static BootstrapContext context() {
        return (BootstrapContext) Proxy.newProxyInstance(
                RunningAdapter.class.getClassLoader(),
                new Class<?>[] {BootstrapContext.class},
                (self, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    void publish(BlockTemplate template) {
        adapter.gateway().publish(POOL, template);
    }

    PlainMiner miner() throws IOException {
        return new PlainMiner(address());
    }

    InetSocketAddress address() {
        return adapter.station().addresses(POOL).get(0);
    }

    long total(Count what) {
        return adapter.gateway().figures().values().getOrDefault(what.metric(), 0L);
    }

    /** Sockets that are open now. */
    long open() {
        return adapter.gateway().figures().values().getOrDefault("connections", 0L);
    }

    /** Waits for something that happens on another thread and tells nobody. */
    static void until(BooleanSupplier happened) {
        Until.until(happened);
    }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("motherlode-"))
                .toList();
    }

    @Override
    public void close() {
        listener.letPass();
        adapter.stop();
    }

    static void open(MotherlodeAdapter adapter) {
        open(adapter, POOL);
    }

    static void open(MotherlodeAdapter adapter, PoolName pool) {
        open(adapter, pool, PowPlan.only(Sha256Hasher.ID));
    }

    private static void open(MotherlodeAdapter adapter, PoolName pool, PowPlan plan) {
        adapter.gateway()
                .open(
                        pool,
                        new PoolDoor(
                                text -> text.startsWith("miner")
                                        ? new AddressVerdict.Payable(new MinerAddress(text))
                                        : new AddressVerdict.Refused("that is no address of this network"),
                                plan));
    }
}
