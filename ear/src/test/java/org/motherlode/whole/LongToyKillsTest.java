package org.motherlode.whole;

import static org.motherlode.whole.ToyAudit.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.toy.ToyCrew;

/**
 * Twenty kills at random moments: of the server while miners mine, blocks mature and payouts run, of a server that is only
 * starting, and of PostgreSQL. {@code -Dmotherlode.kills.seed=N} draws the same kills again.
 */
@Tag("long")
@Timeout(3_600)
class LongToyKillsTest {
    private static final System.Logger LOG = System.getLogger(LongToyKillsTest.class.getName());
    private static final int KILLS = 20;
    private static final int MOST_SHARES_BETWEEN = 300;
    private static final int MOST_LINES_OF_START = 100;
    private static final List<String> MINERS = List.of("toy:amy", "toy:bob", "toy:cleo");

    @TempDir
    Path folder;

    private ToyPool pool;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        pool = new ToyPool(folder);
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void nothing_is_lost_or_doubled_by_twenty_kills() throws Exception {
        long seed = Long.getLong("motherlode.kills.seed", System.nanoTime());
        LOG.log(System.Logger.Level.INFO, "motherlode.kills.seed = " + seed);
        Random random = new Random(seed);
        ToyCrew crew = new ToyCrew(pool.stratum(), MINERS);
        try (crew) {
            for (int kill = 0; kill < KILLS; kill++) {
                int more = crew.told().size() + random.nextInt(MOST_SHARES_BETWEEN);
                await(
                        "shares before kill " + kill + " of seed " + seed,
                        () -> crew.told().size() >= more);
                if (random.nextBoolean()) pool.node().pass(ToyPool.MATURITY);
                kill(random);
            }
        }
        ToyAudit audit = new ToyAudit(pool.node(), new Books(pool.database()), MINERS);
        audit.sharesOf(crew);
        pool.node().pass(ToyPool.MATURITY);
        audit.money();
    }

    private void kill(Random random) throws IOException, InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> {
                pool.database().kill();
                pool.database().start();
            }
            case 1 -> {
                pool.server().killAndKillAgain(random.nextInt(MOST_LINES_OF_START));
                pool.server().start();
            }
            default -> pool.server().killAndRestart();
        }
    }
}
