package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.process.Waiting;

/**
 * Twenty times kill -9 of the server at random moments, on a real Monero chain: while miners mine, while blocks become
 * mature and payouts run, and while the server only starts. {@code -Dmotherlode.kills.seed=N} draws the same moments again.
 */
@Tag("long")
@Timeout(5_400)
class LongMoneroKillsTest {
    private static final System.Logger LOG = System.getLogger(LongMoneroKillsTest.class.getName());
    private static final int ROUNDS = 4;
    private static final int KILLS_WHILE_MINING = 3;
    private static final int KILLS_WHILE_PAYING = 2;
    private static final int MOST_SHARES_BETWEEN = 60;
    private static final int LONGEST_MILLIS = 12_000;

    @TempDir
    Path folder;

    private MoneroStage stage;
    private Books books;
    private Random random;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        long seed = Long.getLong("motherlode.kills.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "motherlode.kills.seed = " + seed);
        random = new Random(seed);
        stage = new MoneroStage(folder, Map.of());
        books = stage.books();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void nothing_is_lost_or_doubled_by_twenty_kills() throws Exception {
        MoneroAudit audit = new MoneroAudit(stage, books);
        for (int round = 1; round <= ROUNDS; round++) {
            mine();
            audit.shares();
            stage.chain().idle();
            pay();
            stage.chain().mineInEarnest();
            LOG.log(System.Logger.Level.INFO, "round " + round + ": " + books.shares() + " shares");
        }
        stage.chain().idle();
        audit.money();
        assertThat(books.paidTo(stage.chain().addresses().bob())).isPositive();
    }

    private void mine() throws IOException, InterruptedException {
        long blocks = books.blocksOfState("IMMATURE");
        try (DemoMiner amy = stage.amy();
                DemoMiner bob = stage.bob()) {
            for (int kill = 0; kill < KILLS_WHILE_MINING; kill++) {
                int wanted = stage.told().size() + 1 + random.nextInt(MOST_SHARES_BETWEEN);
                await("more shares", () -> stage.told().size() >= wanted);
                kill();
            }
            await("a new block", () -> books.blocksOfState("IMMATURE") > blocks);
            assertThat(amy.isAlive() && bob.isAlive()).isTrue();
        }
    }

    /** The moments are spread over settling, sending and confirming; which of them is met, the seed decides. */
    private void pay() throws IOException, InterruptedException {
        stage.chain().pass(MoneroStage.TO_MATURITY);
        for (int kill = 0; kill < KILLS_WHILE_PAYING; kill++) {
            pass();
            kill();
            stage.chain().pass(random.nextInt(MoneroStage.TO_PAYMENT));
        }
    }

    private void kill() throws IOException, InterruptedException {
        if (random.nextInt(4) == 0) {
            stage.pool().killAndKillWhileStarting(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
            stage.pool().restart();
        } else {
            stage.pool().killAndRestart();
        }
    }

    /** Lets time pass on purpose: a kill shall come at no moment that anything of ours has chosen. */
    private void pass() throws InterruptedException {
        Waiting.until(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)), () -> false);
    }
}
