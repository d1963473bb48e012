package org.motherlode.ctl.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.ProgramFailedException;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.ConsoleUser;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.Readiness;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;
import org.motherlode.ctl.work.Steps;

/** PostgreSQL and a WildFly with one Monero pool, on data that stays. */
public final class DemoPool implements AutoCloseable {
    private static final String NAME = "monero";
    private static final Duration OPENING = Duration.ofMinutes(2);

    private final EmbeddedPostgres database;
    private final ServerBase base;
    private final ServerSettings settings;
    private final ConsoleUser consoleUser;
    private WildFly server;

    private DemoPool(EmbeddedPostgres database, ServerBase base, ServerSettings settings)
            throws IOException, InterruptedException {
        this.database = database;
        this.base = base;
        this.settings = settings;
        this.consoleUser = ConsoleUser.of(base);
        this.server = WildFly.start(base, settings);
    }

    /** Starts the server and returns when it is up, its pool open or not. The database is closed with the pool. */
    public static DemoPool start(EmbeddedPostgres database, Path folder, Software software, Wiring wiring)
            throws IOException, InterruptedException {
        try {
            Migrations.run(database);
            ServerBase.Content content =
                    new ServerBase.Content(List.of(software.ear()), List.of(wiring.pool()), Map.of());
            ServerBase base = ServerBase.prepare(software.image(), folder.resolve("server"), content);
            ServerSettings settings = ServerSettings.with(wiring.ports().offset(), database)
                    .with("motherlode.pay.interval-seconds", "5")
                    .with("motherlode.block.ask-millis", "1000")
                    .with(software.properties())
                    .in(software.environment());
            return new DemoPool(database, base, settings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * What runs: a server image and the application.
     *
     * @param environment added to ours for the server
     * @param properties of the system, added to the pool's own or in their place
     */
    public record Software(
            ServerImage image, Path ear, Map<String, String> environment, Map<String, String> properties) {
        public Software {
            environment = Map.copyOf(environment);
            properties = Map.copyOf(properties);
        }

        public Software(ServerImage image, Path ear, Map<String, String> environment) {
            this(image, ear, environment, Map.of());
        }

        public Software(ServerImage image, Path ear) {
            this(image, ear, Map.of());
        }
    }

    /**
     * What the pool is wired to.
     *
     * @param address of the pool's own wallet
     * @param startDifficulty of a miner's first job
     * @param leastDifficulty of a block for which miners get work
     * @param fast whether shares are verified in fast mode
     */
    public record Wiring(DemoPorts ports, String address, long startDifficulty, long leastDifficulty, boolean fast) {
        /** In light mode. */
        public Wiring(DemoPorts ports, String address, long startDifficulty, long leastDifficulty) {
            this(ports, address, startDifficulty, leastDifficulty, false);
        }

        /** Miners get work for whatever blocks there are. */
        public Wiring(DemoPorts ports, String address, long startDifficulty) {
            this(ports, address, startDifficulty, 1);
        }

        public Wiring inFastMode() {
            return new Wiring(ports, address, startDifficulty, leastDifficulty, true);
        }

        PoolEntry pool() {
            String settings = String.join(
                    "; ",
                    "monero.address = " + address,
                    "monero.wallet-file = " + DemoChain.POOL,
                    "monero.zmq = tcp://127.0.0.1:" + ports.node().zmqPublish(),
                    "payout.threshold = 0.1",
                    "fee.basis-points = 100",
                    "window.percent = 200",
                    "template.poll-millis = 500",
                    "template.least-difficulty = " + leastDifficulty,
                    "vardiff.min = " + startDifficulty,
                    "vardiff.target-millis = 1000");
            return new PoolEntry(
                    NAME,
                    Map.of(
                            "chain",
                            "monero",
                            "node",
                            "http://127.0.0.1:" + ports.node().rpc(),
                            "wallet",
                            "http://127.0.0.1:" + ports.poolWallet(),
                            "ports",
                            "127.0.0.1:" + ports.stratum() + " cryptonote " + startDifficulty,
                            "fast",
                            Boolean.toString(fast),
                            "settings",
                            settings));
        }
    }

    public WildFly server() {
        return server;
    }

    public ConsoleUser consoleUser() {
        return consoleUser;
    }

    public EmbeddedPostgres database() {
        return database;
    }

    /** What the pool tells the world. */
    public PoolApi api() {
        return new PoolApi(server.web("/api/"));
    }

    /**
     * Returns when the application says that it is ready, which means that the pool's port is open and its node well.
     *
     * @throws IOException with each condition that does not hold, when that takes too long or the pool has been closed
     */
    public void awaitOpen(Steps steps) throws IOException, InterruptedException {
        new Stage(steps)
                .await(
                        "the pool to open",
                        OPENING,
                        whileItRuns(this::isOpen),
                        () -> "not ready:" + server.readiness().words());
    }

    private boolean isOpen() throws IOException, InterruptedException {
        Readiness now = server.readiness();
        if (now.isClosed(NAME)) {
            throw new ProgramFailedException("the pool did not open:" + now.words() + "\nMore is in " + server.log());
        }
        return now.ready();
    }

    /** What is not well at the moment, or nothing. */
    String troubles() throws IOException, InterruptedException {
        Readiness now = server.readiness();
        return now.ready() ? "" : "; not ready:" + now.words();
    }

    /** The same check, which gives up when the server has ended by itself: nothing would ever become true then. */
    Waiting.Check whileItRuns(Waiting.Check check) {
        return () -> {
            if (!server.isAlive()) throw new ProgramFailedException(death());
            return check.holds();
        };
    }

    /** A failure of something that needs the server: if that is dead, this is the reason. */
    IOException explained(IOException failure) {
        return server.isAlive() ? failure : new IOException(death(), failure);
    }

    private String death() {
        return "the server ended by itself; what it wrote is in " + server.log() + ". Nothing is lost: begin again";
    }

    /** SIGKILL to the server, then a new start on what it left behind. */
    public void killAndRestart() throws IOException, InterruptedException {
        server.kill();
        restart();
    }

    /** SIGKILL to the server, and to the next one that long after it was begun to start. */
    public void killAndKillWhileStarting(Duration after) throws IOException, InterruptedException {
        server.kill();
        server = WildFly.launch(base, settings);
        Waiting.until(after, () -> !server.isAlive());
        server.kill();
    }

    /** A new start where the server was killed. */
    public void restart() throws IOException, InterruptedException {
        server = WildFly.start(base, settings);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
