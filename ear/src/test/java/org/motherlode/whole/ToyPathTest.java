package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyAudit.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;

/**
 * The second chain, as unlike Monero as can be, from a miner's socket to a paid balance: one package with one
 * {@code @Produces}, one dialect with its hash. The server is killed while miners mine and while payments wait for their
 * block; PostgreSQL goes and comes back.
 */
class ToyPathTest {
    private static final List<String> MINERS = List.of("toy:amy", "toy:bob");

    @TempDir
    Path folder;

    private ToyPool pool;
    private Books books;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        pool = new ToyPool(folder);
        books = new Books(pool.database());
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void the_toy_chains_miners_are_paid_whatever_is_killed() throws Exception {
        ToyAudit audit = new ToyAudit(pool.node(), books, MINERS);
        ToyCrew crew = new ToyCrew(pool.stratum(), MINERS);
        try (crew) {
            await("shares on disk", () -> books.shares() >= 50);
            pool.server().killAndRestart();
            moreShares(crew, 50);
            pool.database().stop();
            moreShares(crew, 50);
            pool.database().start();
            await("a mature block", () -> books.blocksOfState("MATURE") > 0);
        }
        audit.sharesOf(crew);

        pool.node().pass(ToyPool.MATURITY);
        boolean sent = Waiting.until(ToyAudit.PATIENCE, () -> books.payoutsOfState("SENT") > 0);
        assertThat(sent)
                .as(
                        "payments that wait for a block; payouts are %s, %s are due, %s blocks unsettled",
                        books.payouts(), books.due(ToyServer.THRESHOLD_ATOMS), books.unsettled())
                .isTrue();
        pool.server().killAndRestart();
        audit.money();
    }

    private static void moreShares(ToyCrew crew, int more) throws InterruptedException {
        int before = crew.told().size();
        await("miners to be told of more shares", () -> crew.told().size() >= before + more);
    }
}
