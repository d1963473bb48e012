package org.motherlode.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A toy node, PostgreSQL, and a WildFly with one pool of the toy chain. */
final class ToyPool implements AutoCloseable {
    static final String ACCOUNT = "toy:pool";
    /** Blocks until a reward is the pool's own. */
    static final int MATURITY = 5;

    private static final long SHARE_DIFFICULTY = 100_000;
    private static final long BLOCK_DIFFICULTY = 6_000_000;
    private static final int FARTHEST = 20_000;

    private final ToyNode node;
    private final EmbeddedPostgres database;
    private final int stratum;
    private final ServerBase base;
    private final ServerSettings settings;
    private WildFly server;

    /** Starts everything; returns when miners can join. */
    ToyPool(Path folder) throws IOException, InterruptedException {
        node = new ToyNode(BLOCK_DIFFICULTY, ACCOUNT);
        database = EmbeddedPostgres.temporary();
        try {
            Migrations.run(database);
            stratum = FreePort.next();
            base = base(folder);
            settings = ServerSettings.with(FreePort.next() % FARTHEST + 1_000, database)
                    .with("motherlode.pay.interval-seconds", "1")
                    .with("motherlode.settle.interval-seconds", "1")
                    .with("motherlode.jobs.pause-seconds", "1")
                    .with("motherlode.block.ask-millis", "200");
            server = WildFly.start(base, settings);
        } catch (IOException | InterruptedException | RuntimeException e) {
            database.close();
            node.close();
            throw e;
        }
    }

    private ServerBase base(Path folder) throws IOException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        Ingredients ingredients =
                Ingredients.of(Path.of(System.getProperty("motherlode.project")), servers.resolve("downloads"));
        ServerImage image = ServerImage.in(servers.resolve("images"), ingredients);
        Path ear = ToyEar.from(Path.of(System.getProperty("motherlode.ear")), folder);
        return ServerBase.prepare(
                image, folder.resolve("server"), new ServerBase.Content(List.of(ear), List.of(entry()), Map.of()));
    }

    private PoolEntry entry() {
        String settings = String.join(
                "; ",
                "toy.address = " + ACCOUNT,
                "payout.threshold = 0.5",
                "fee.basis-points = 100",
                "window.percent = 200",
                "template.poll-millis = 100",
                "vardiff.min = " + SHARE_DIFFICULTY,
                "vardiff.max = " + SHARE_DIFFICULTY);
        return new PoolEntry(
                "toys",
                Map.of(
                        "chain",
                        "toy",
                        "node",
                        node.url(),
                        "wallet",
                        node.url(),
                        "ports",
                        "127.0.0.1:" + stratum + " toy " + SHARE_DIFFICULTY,
                        "settings",
                        settings));
    }

    ToyNode node() {
        return node;
    }

    EmbeddedPostgres database() {
        return database;
    }

    int stratum() {
        return stratum;
    }

    /** SIGKILL to the server, then a new start on what it left behind. */
    void killAndRestart() throws IOException, InterruptedException {
        server.kill();
        restart();
    }

    /** SIGKILL to the server, and to the next one when it has logged this many lines of its start. */
    void killAndKillAgain(int lines) throws IOException, InterruptedException {
        server.kill();
        server = WildFly.launch(base, settings);
        Waiting.until(settings.deadline(), () -> linesOf(server.log()) >= lines);
        server.kill();
    }

    /** Starts a server where none runs. */
    void restart() throws IOException, InterruptedException {
        server = WildFly.start(base, settings);
    }

    private static long linesOf(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
        node.close();
    }
}
