package org.motherlode.ra;

import io.netty.util.concurrent.FastThreadLocal;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.transaction.xa.XAResource;
import org.jboss.jca.core.spi.statistics.Statistics;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.gateway.GatewaySource;
import org.motherlode.ra.gateway.Station;
import org.motherlode.ra.guard.ListedBans;
import org.motherlode.ra.pool.ConfiguredPool;
import org.motherlode.ra.pool.PoolRegistry;
import org.motherlode.ra.pool.ReadPools;
import org.motherlode.ra.statistics.ConsoleStatistics;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Words;

/** The adapter as the application server sees it. Its properties are texts, read when it starts. */
@Connector(
        displayName = "Motherlode",
        vendorName = "Motherlode",
        eisType = "Miners",
        version = "1.0",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public final class MotherlodeAdapter implements ResourceAdapter, PoolRegistry, GatewaySource, Statistics {
    private static final long DEACTIVATION_MILLIS = 5_000;

    private final Figures figures = new Figures();
    private final Listeners listeners = new Listeners();
    private final List<ConfiguredPool> pools = new CopyOnWriteArrayList<>();
    private volatile Optional<Engine.Running> running = Optional.empty();

    @ConfigProperty(
            description =
                    "0 to 255, another on each node of one database; empty for the system property motherlode.node-id")
    private String nodeId = "";

    @ConfigProperty(description = "Folder for the adapter's own files; empty for one among the server's data")
    private String dataDir = "";

    @ConfigProperty(
            description = "Threads that verify shares; 0 for one per processor that the process may use all the time")
    private String verifyThreads = "0";

    @ConfigProperty(description = "Shared library of the proof of work to try first; empty for the system's")
    private String library = "";

    @ConfigProperty(description = "Bounds and time-outs: lines of 'key = value'")
    private String settings = "";

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            AdapterSettings read =
                    AdapterSettings.read(new AdapterText(nodeId, dataDir, verifyThreads, library, settings));
            running = Optional.of(Engine.start(read, ReadPools.of(pools), figures, listeners));
        } catch (SettingException | IOException e) {
            throw new ResourceAdapterInternalException("the adapter cannot start: " + e.getMessage(), e);
        } finally {
            // What this thread of the server's keeps of the socket library would keep our classes alive.
            FastThreadLocal.removeAll();
        }
    }

    @Override
    public void stop() {
        try {
            running.ifPresent(started -> started.engine().close());
            running = Optional.empty();
        } finally {
            FastThreadLocal.removeAll();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) {
        listeners.activate(factory);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        try {
            listeners.deactivate(factory, DEACTIVATION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing here takes part in distributed transactions. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    @Override
    public void add(ConfiguredPool pool) {
        pools.add(pool);
    }

    @Override
    public StratumGateway gateway() {
        return station();
    }

    Station station() {
        return running.map(Engine.Running::station)
                .orElseThrow(() -> new IllegalStateException("the adapter is not started"));
    }

    @Override
    public StatisticsPlugin getStatistics() {
        return new ConsoleStatistics(
                figures,
                List.of(
                        new Words(
                                "closed_pools",
                                "Pools that take no miners, each with the reason",
                                () -> perPool(Station::closed)),
                        new Words(
                                "tls_fingerprints",
                                "SHA-256 of the certificate of each pool with TLS, which miners may pin",
                                () -> perPool(Station::fingerprints)),
                        new Words("bans", "Who is kept out at present, and until when", this::bans)));
    }

    private String bans() {
        return running.map(started -> ListedBans.text(started.station().bans().current()))
                .orElse("");
    }

    /** Pools, each with its words, for the console. */
    private String perPool(Function<Station, Map<?, String>> words) {
        return running.map(Engine.Running::station).stream()
                .flatMap(station -> words.apply(station).entrySet().stream())
                .map(pool -> pool.getKey() + ": " + pool.getValue())
                .collect(Collectors.joining("; "));
    }

    public String getNodeId() {
        return nodeId;
    }

    public void setNodeId(String nodeId) {
        this.nodeId = nodeId;
    }

    public String getDataDir() {
        return dataDir;
    }

    public void setDataDir(String dataDir) {
        this.dataDir = dataDir;
    }

    public String getVerifyThreads() {
        return verifyThreads;
    }

    public void setVerifyThreads(String verifyThreads) {
        this.verifyThreads = verifyThreads;
    }

    public String getLibrary() {
        return library;
    }

    public void setLibrary(String library) {
        this.library = library;
    }

    public String getSettings() {
        return settings;
    }

    public void setSettings(String settings) {
        this.settings = settings;
    }

    /** There is one adapter of a kind; two are the same only if they are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
