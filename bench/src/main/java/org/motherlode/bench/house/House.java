package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.bench.load.Miner;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

/**
 * Node and database run from the beginning; the server can be started and ended again and again. The chain does not move:
 * its blocks are too difficult to be found. Closing ends everything.
 */
public final class House implements AutoCloseable {
    /** Anybody's address will do for work that is never paid: that of the Monero project's fund. */
    public static final String ADDRESS =
            "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";

    private static final String POOL = "bench";
    private static final long BLOCK_DIFFICULTY = 1_000_000_000_000L;
    /** A bench that takes the time of a start takes it itself; this is for machines that are at something else. */
    private static final Duration BOOT = Duration.ofMinutes(15);

    private static final Duration OPENING = Duration.ofMinutes(2);
    private static final long KNOCK_MILLIS = 20;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DemoPorts ports;
    private final RegtestNode node;
    private final EmbeddedPostgres database;
    private final ServerBase base;
    private final ServerSettings settings;
    private final ServerBase bare;
    private final HouseSettings terms;
    private final NodeDoor door;
    private final Certificate certificate;
    private final int tlsPort;
    private Optional<WildFly> server = Optional.empty();

    /** As the one with settings, with a pool whose template stays the same. */
    public House(Site site, int verifiers) throws IOException, InterruptedException {
        this(site, HouseSettings.still(verifiers));
    }

    /** Starts node and database and configures the server, on fresh data. */
    public House(Site site, HouseSettings terms) throws IOException, InterruptedException {
        this.terms = terms;
        try {
            Folders.delete(site.folder().resolve("server"));
            ports = DemoPorts.free();
            tlsPort = FreePort.next();
            certificate = Certificate.make(site.folder().resolve("tls"));
            node = add(RegtestNode.start(site.folder().resolve("node"), ports.node(), BLOCK_DIFFICULTY));
            door = add(new NodeDoor(ports.node().rpc()));
            database = add(site.database().get());
            Migrations.run(database);
            ServerSettings usual = ServerSettings.with(ports.offset(), database);
            settings = new ServerSettings(usual.portOffset(), usual.properties(), terms.environment(), BOOT);
            bare = ServerBase.prepare(
                    site.image(),
                    site.folder().resolve("bare"),
                    new ServerBase.Content(List.of(), List.of(), Map.of()));
            base = ServerBase.prepare(
                    site.image(),
                    site.folder().resolve("server"),
                    new ServerBase.Content(List.of(site.ear()), List.of(pool()), terms.adapter()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private PoolEntry pool() {
        return new PoolEntry(
                POOL,
                Map.of(
                        "chain",
                        "monero",
                        "node",
                        "http://127.0.0.1:" + door.port(),
                        "wallet",
                        "http://127.0.0.1:" + ports.poolWallet(),
                        "ports",
                        "127.0.0.1:" + ports.stratum() + " cryptonote 1, 127.0.0.1:" + tlsPort + " cryptonote 1 tls",
                        "fast",
                        Boolean.toString(terms.fast()),
                        "settings",
                        "monero.address = " + ADDRESS + "; " + certificate.settings() + "; " + terms.poolText()));
    }

    private <T extends AutoCloseable> T add(T one) {
        open.push(one);
        return one;
    }

    /** Starts the server with the pool and returns at once. */
    public void launch() throws IOException {
        server = Optional.of(add(WildFly.launch(base, settings)));
    }

    /** Starts the server without deployment and pool and returns when it is up. */
    public void launchBare() throws IOException, InterruptedException {
        WildFly without = add(WildFly.launch(bare, settings));
        server = Optional.of(without);
        without.awaitRunning();
    }

    /** Waits until the deployment is complete, after {@link #launch}; from then on the server has only its own processors. */
    public void awaitRunning() throws IOException, InterruptedException {
        server().awaitRunning();
        String pid = Long.toString(server().pid());
        terms.processors()
                .ifPresent(list -> Program.of(List.of("taskset", "--all-tasks", "--cpu-list", "--pid", list, pid))
                        .succeed());
    }

    /** Returns as soon as a miner that keeps trying is given a job. */
    public void awaitLogin() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + OPENING.toNanos();
        boolean answered = false;
        while (!answered) {
            try (Miner miner = Miner.logIn(stratumPort(), ADDRESS, OPENING)) {
                answered = !miner.job().id().isEmpty();
            } catch (IOException notYet) {
                if (System.nanoTime() - deadline > 0 || !server().isAlive()) {
                    throw new IOException(notYet.getMessage() + "; see " + server().log(), notYet);
                }
                Pause.of(KNOCK_MILLIS);
            }
        }
    }

    public void endServer() {
        server.ifPresent(running -> {
            open.remove(running);
            running.close();
        });
        server = Optional.empty();
    }

    public WildFly server() {
        return server.orElseThrow(() -> new IllegalStateException("the server was not started"));
    }

    /** Threads of the server that hash. */
    public int verifiers() {
        return terms.verifiers();
    }

    /** Between server and node. */
    public NodeDoor door() {
        return door;
    }

    /** Starts the server and returns when miners get jobs, in fast mode when their shares will meet a dataset. */
    public void open() throws IOException, InterruptedException {
        launch();
        awaitRunning();
        awaitLogin();
        if (isFast()) {
            AdapterFigures.of(server()).await("verify_fast", 1);
        }
    }

    /** Whether the pool was asked to verify in fast mode. */
    public boolean isFast() {
        return terms.fast();
    }

    public String address() {
        return ADDRESS;
    }

    /** Where the server looks for its pool's wallet; nobody answers there. */
    public int walletPort() {
        return ports.poolWallet();
    }

    public int stratumPort() {
        return ports.stratum();
    }

    /** Where bots find the pool. */
    public PoolPort poolPort(boolean tls) {
        return tls ? PoolPort.local(tlsPort).withTls() : PoolPort.local(ports.stratum());
    }

    /** Where the server's own data lies, on the same disk. */
    public Path dataFolder() throws IOException {
        return Files.createDirectories(base.folder().resolve("data"));
    }

    /** Whose processor time is counted apart. */
    public Map<String, Long> processes() {
        return Map.of(
                "server", server().pid(),
                "postgres", database.pid(),
                "node", node.process().pid());
    }

    public StoredShares shares() {
        return new StoredShares(database);
    }

    /** In order; what is under way there is undone. */
    public void endDatabase() {
        database.stop();
    }

    public void startDatabase() {
        database.start();
    }

    public int nodePort() {
        return ports.node().rpc();
    }

    public EmbeddedPostgres database() {
        return database;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("not everything could be ended", e);
            }
        }
    }
}
