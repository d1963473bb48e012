package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/**
 * The seed of the proof of work changes while a miner mines: monerod is told that an epoch has 16 blocks, where Monero has
 * 2048. The next seed is prepared as soon as the node names it, so the change itself costs nobody anything.
 */
@Tag("long")
class SeedChangeTest {
    private static final int EPOCH = 16;
    private static final int LAG = 8;
    private static final int CHANGES = 2;
    private static final int BLOCK_DIFFICULTY = 30;
    private static final int SHARE_DIFFICULTY = 5;
    private static final Map<String, String> SHORT_EPOCHS =
            Map.of("SEEDHASH_EPOCH_BLOCKS", Integer.toString(EPOCH), "SEEDHASH_EPOCH_LAG", Integer.toString(LAG));
    private static final Pattern FIGURE =
            Pattern.compile("motherlode_adapter_([a-z0-9_]+?)(?:_total)?\\{[^}]*} ([0-9.E]+)");

    @TempDir
    Path folder;

    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, Long> figures = Map.of();

    @Test
    void a_new_seed_leaves_no_share_unanswered_refuses_none_and_keeps_no_miner_waiting() throws Exception {
        DemoPorts ports = DemoPorts.free();
        try (RegtestNode node = shortEpochs(ports);
                DemoPool pool = pool(ports)) {
            Path log = folder.resolve("miner.log");
            try (DemoMiner miner = DemoMiner.start(
                    project.resolve("coopmine/target/coopmine.jar"), ports.stratum(), ApiServer.AMY, log)) {
                mineOverChanges(node, pool);
                assertThat(miner.isAlive()).isTrue();
                assertThat(Files.readString(log))
                        .doesNotContain("share-unanswered")
                        .doesNotContain("\"disconnected\"");
            }
            await("every share answered", () -> figure(pool, "shares_submitted") == answered());
            assertThat(figures)
                    .containsEntry("shares_not_ready", 0L)
                    .containsEntry("shares_bad_hash", 0L)
                    .containsEntry("shares_throttled", 0L)
                    .containsEntry("shares_unknown_job", 0L)
                    .containsEntry("shares_answered_late", 0L)
                    .containsEntry("logins_accepted", 1L)
                    .containsEntry("templates_delayed", 1L);
            assertThat(Files.readString(pool.server().log())).doesNotContain("has no work");
        }
    }

    /** The first template of all had to wait for its seed; none does later. */
    private void mineOverChanges(RegtestNode node, DemoPool pool) throws Exception {
        await("a first share", () -> figure(pool, "shares_accepted") > 0);
        assertThat(figures).containsEntry("templates_delayed", 1L);
        for (int change = 0; change < CHANGES; change++) {
            long seed = seedHeight(node.height());
            while (seedHeight(node.height()) == seed) {
                node.generate(1, ApiServer.BOB);
            }
            long before = figure(pool, "templates_published");
            await("work under the new seed", () -> figure(pool, "templates_published") > before);
            long accepted = figure(pool, "shares_accepted");
            await("shares of it", () -> figure(pool, "shares_accepted") > accepted + 2);
        }
    }

    /** As monerod reckons for the block of this height. */
    private static long seedHeight(long height) {
        return height <= EPOCH + LAG ? 0 : height - LAG - 1 - (height - LAG - 1) % EPOCH;
    }

    private RegtestNode shortEpochs(DemoPorts ports) throws IOException, InterruptedException {
        RegtestNode node = RegtestNode.start(folder.resolve("node"), ports.node(), 1, SHORT_EPOCHS);
        try {
            node.generate(EPOCH + LAG, ApiServer.BOB);
            return node.restartAt(BLOCK_DIFFICULTY);
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private DemoPool pool(DemoPorts ports) throws IOException, InterruptedException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return DemoPool.start(
                EmbeddedPostgres.temporary(),
                folder,
                new DemoPool.Software(image, Path.of(System.getProperty("motherlode.ear"))),
                new DemoPool.Wiring(ports, ApiServer.BOB, SHARE_DIFFICULTY));
    }

    private long figure(DemoPool pool, String name) throws IOException, InterruptedException {
        return read(pool).getOrDefault(name, 0L);
    }

    private Map<String, Long> read(DemoPool pool) throws IOException, InterruptedException {
        Map<String, Long> read = new HashMap<>();
        for (MatchResult figure : FIGURE.matcher(prometheus(pool)).results().toList()) {
            read.put(figure.group(1), new BigDecimal(figure.group(2)).longValueExact());
        }
        figures = read;
        return read;
    }

    private String prometheus(DemoPool pool) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(pool.server().management("/prometheus"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private long answered() {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().matches("shares_(accepted|stale|duplicate|low_difficulty)"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
