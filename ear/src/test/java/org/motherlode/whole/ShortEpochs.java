package org.motherlode.whole;

import static org.motherlode.whole.MoneroStage.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/**
 * A server with one pool and a monerod that is told that an epoch has 16 blocks, where Monero has 2048, and that a seed is
 * announced 8 blocks before it counts, where Monero has 64.
 */
final class ShortEpochs implements AutoCloseable {
    private static final int EPOCH = 16;
    private static final int LAG = 8;
    private static final int BLOCK_DIFFICULTY = 30;
    private static final int SHARE_DIFFICULTY = 5;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SEEDHASH_EPOCH_BLOCKS", Integer.toString(EPOCH), "SEEDHASH_EPOCH_LAG", Integer.toString(LAG));
    private static final Pattern FIGURE =
            Pattern.compile("motherlode_adapter_([a-z0-9_]+?)(?:_total)?\\{[^}]*} ([0-9.E]+)");

    private final Path folder;
    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoPorts ports = DemoPorts.free();
    private final RegtestNode node;
    private final DemoPool pool;

    /** Starts it all with a pool that differs from the demo's in this way. The next seed is not announced yet. */
    ShortEpochs(Path folder, UnaryOperator<DemoPool.Wiring> how) throws IOException, InterruptedException {
        this.folder = folder;
        node = node();
        try {
            pool = pool(how.apply(new DemoPool.Wiring(ports, ApiServer.BOB, SHARE_DIFFICULTY)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private RegtestNode node() throws IOException, InterruptedException {
        RegtestNode first = RegtestNode.start(folder.resolve("node"), ports.node(), 1, ENVIRONMENT);
        try {
            first.generate(EPOCH + LAG, ApiServer.BOB);
            return first.restartAt(BLOCK_DIFFICULTY);
        } catch (IOException | InterruptedException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private DemoPool pool(DemoPool.Wiring wiring) throws IOException, InterruptedException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return DemoPool.start(
                EmbeddedPostgres.temporary(),
                folder,
                new DemoPool.Software(image, Path.of(System.getProperty("motherlode.ear"))),
                wiring);
    }

    Path serverLog() {
        return pool.server().log();
    }

    Path minerLog() {
        return folder.resolve("miner.log");
    }

    DemoMiner miner() throws IOException {
        return DemoMiner.start(
                project.resolve("coopmine/target/coopmine.jar"), ports.stratum(), ApiServer.AMY, minerLog());
    }

    /** Mines until the node names the next seed. */
    void announce() throws IOException, InterruptedException {
        while (seedHeight(node.height() + LAG) == seedHeight(node.height())) {
            node.generate(1, ApiServer.BOB);
        }
    }

    /** Mines until the next seed counts, and waits until miners have found some shares under it. */
    void change() throws IOException, InterruptedException {
        long seed = seedHeight(node.height());
        while (seedHeight(node.height()) == seed) {
            node.generate(1, ApiServer.BOB);
        }
        long before = figure("templates_published");
        await("work under the new seed", () -> figure("templates_published") > before);
        long accepted = figure("shares_accepted");
        await("shares of it", () -> figure("shares_accepted") > accepted + 2);
    }

    /** As monerod reckons for the block of this height. */
    private static long seedHeight(long height) {
        return height <= EPOCH + LAG ? 0 : height - LAG - 1 - (height - LAG - 1) % EPOCH;
    }

    long figure(String name) throws IOException, InterruptedException {
        return figures().getOrDefault(name, 0L);
    }

    /** All of the adapter's, as they are now. */
    Map<String, Long> figures() throws IOException, InterruptedException {
        Map<String, Long> read = new HashMap<>();
        for (MatchResult figure : FIGURE.matcher(prometheus()).results().toList()) {
            read.put(figure.group(1), new BigDecimal(figure.group(2)).longValueExact());
        }
        return read;
    }

    private String prometheus() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(pool.server().management("/prometheus"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Waits until no share is on its way; gives the figures of then. */
    Map<String, Long> allAnswered() throws IOException, InterruptedException {
        await("every share answered", () -> {
            Map<String, Long> now = figures();
            return now.getOrDefault("shares_submitted", 0L) == answered(now);
        });
        return figures();
    }

    private static long answered(Map<String, Long> figures) {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().matches("shares_(accepted|stale|duplicate|low_difficulty)"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        pool.close();
        node.close();
    }
}
