package org.motherlode.whole;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;
import org.motherlode.toy.ToyNode;

/** PostgreSQL and a WildFly with as many toy pools as a test wants, right or wrong. */
final class ToyServer implements AutoCloseable {
    static final long SHARE_DIFFICULTY = 10_000;

    /** 0.5 TOY. */
    static final BigInteger THRESHOLD_ATOMS = BigInteger.valueOf(500);

    private static final String FIGURES = "/subsystem=resource-adapters/resource-adapter=motherlode/statistics=extended"
            + ":read-resource(include-runtime=true)";
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int FARTHEST = 20_000;

    private final EmbeddedPostgres database;
    private final boolean alone;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path ear;
    private final ServerBase base;
    private final ServerSettings settings;
    private WildFly server;

    /** One that does everything once a second, and looks at blocks more often. */
    ToyServer(Path folder, List<PoolEntry> pools) throws IOException, InterruptedException {
        this(folder, new Wishes(pools, ""), EmbeddedPostgres.temporary(), true);
    }

    /** One that an operator wants so. */
    ToyServer(Path folder, Wishes wishes) throws IOException, InterruptedException {
        this(folder, wishes, EmbeddedPostgres.temporary(), true);
    }

    /**
     * What an operator wrote down.
     *
     * @param adapter its settings
     * @param portOffset added to each port of the server
     * @param properties of the system
     */
    record Wishes(List<PoolEntry> pools, String adapter, int portOffset, Map<String, String> properties) {
        Wishes(List<PoolEntry> pools, String adapter) throws IOException {
            this(pools, adapter, anyPortOffset(), Map.of());
        }
    }

    static int anyPortOffset() throws IOException {
        return FreePort.next() % FARTHEST + 1_000;
    }

    private ToyServer(Path folder, Wishes wishes, EmbeddedPostgres database, boolean alone)
            throws IOException, InterruptedException {
        this.database = database;
        this.alone = alone;
        try {
            if (alone) {
                Migrations.run(database);
            }
            Path servers = Path.of(System.getProperty("motherlode.test.folder"));
            Path project = Path.of(System.getProperty("motherlode.project"));
            ServerImage image =
                    ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
            ear = ToyEar.from(Path.of(System.getProperty("motherlode.ear")), folder);
            Map<String, String> adapter = wishes.adapter().isEmpty() ? Map.of() : Map.of("settings", wishes.adapter());
            ServerBase.Content content = new ServerBase.Content(List.of(ear), wishes.pools(), adapter);
            base = ServerBase.prepare(image, folder.resolve("server"), content);
            ServerSettings usual = ServerSettings.with(wishes.portOffset(), database)
                    .with("motherlode.pay.interval-seconds", "1")
                    .with("motherlode.pay.refused-first-seconds", "1")
                    .with("motherlode.settle.interval-seconds", "1")
                    .with("motherlode.jobs.pause-seconds", "1")
                    .with("motherlode.jobs.stuck-seconds", "5")
                    .with("motherlode.block.ask-millis", "200")
                    .with("motherlode.node.patience-millis", "5000");
            settings = usual.with(wishes.properties());
            server = WildFly.start(base, settings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            closeDatabase();
            throw e;
        }
    }

    /** Another server on this one's database. */
    ToyServer twin(Path folder, Wishes wishes) throws IOException, InterruptedException {
        return new ToyServer(folder, wishes, database, false);
    }

    /** A pool that makes sense if its ports do; {@code more} are settings beside the needed ones. */
    static PoolEntry pool(String name, ToyNode node, String ports, String more) {
        return entry(name, node, ports, settings(node, SHARE_DIFFICULTY) + more);
    }

    /** A pool on a port where each share has this difficulty. */
    static PoolEntry pool(ToyNode node, int port, long difficulty) {
        return entry("toys", node, port(port, difficulty), settings(node, difficulty) + ToyPool.TERMS);
    }

    private static String settings(ToyNode node, long difficulty) {
        return "toy.address = " + node.account() + "; payout.threshold = 0.5; template.poll-millis = 100;"
                + "vardiff.min = " + difficulty + "; vardiff.max = " + difficulty + ";";
    }

    private static PoolEntry entry(String name, ToyNode node, String ports, String settings) {
        return new PoolEntry(
                name,
                Map.of("chain", "toy", "node", node.url(), "wallet", node.url(), "ports", ports, "settings", settings));
    }

    static String port(int port) {
        return port(port, SHARE_DIFFICULTY);
    }

    private static String port(int port, long difficulty) {
        return "127.0.0.1:" + port + " toy " + difficulty;
    }

    EmbeddedPostgres database() {
        return database;
    }

    WildFly server() {
        return server;
    }

    Path data() {
        return base.folder().resolve("data");
    }

    /** Replaces the application by itself while the server runs. */
    void redeploy() throws IOException {
        server.redeploy(ear);
    }

    /** Starts it where none runs. */
    void start() throws IOException, InterruptedException {
        server = WildFly.start(base, settings);
    }

    /** SIGKILL to it, then a new start on what it left behind. */
    void killAndRestart() throws IOException, InterruptedException {
        server.kill();
        start();
    }

    /** SIGKILL to it, and to the next one when that has logged this many lines of its start. */
    void killAndKillAgain(int lines) throws IOException, InterruptedException {
        server.kill();
        server = WildFly.launch(base, settings);
        Waiting.until(settings.deadline(), () -> linesOf(server.log()) >= lines);
        server.kill();
    }

    private static long linesOf(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    /** What the readiness check says, as text. */
    String ready() throws IOException, InterruptedException {
        return get(server.management("/health/ready"));
    }

    String api(String path) throws IOException, InterruptedException {
        return get(server.web("/api/" + path));
    }

    /** The adapter's figures as the command line shows them. */
    String figures() throws IOException {
        return server.console(FIGURES);
    }

    private String get(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        server.close();
        closeDatabase();
    }

    private void closeDatabase() {
        if (alone) {
            database.close();
        }
    }
}
