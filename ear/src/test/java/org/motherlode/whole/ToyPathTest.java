package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MATURITY = 5;
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
        ToyCrew crew = new ToyCrew(pool.stratum(), MINERS);
        try (crew) {
            await("shares on disk", () -> books.shares() >= 50);
            pool.killAndRestart();
            moreShares(crew, 50);
            pool.database().stop();
            moreShares(crew, 50);
            pool.database().start();
            await("a mature block", () -> books.blocksOfState("MATURE") > 0);
        }
        await(
                "every share that a miner was told of",
                () -> books.shares() >= crew.told().size());
        assertThat(books.notStoredOnce(crew.told())).isEmpty();
        assertThat(books.distinctShares()).isEqualTo(books.shares());

        pool.node().pass(MATURITY);
        await("payments that wait for a block", () -> books.payoutsOfState("SENT") > 0);
        pool.killAndRestart();
        payEverything();
        assertThat(crew.refusals()).allMatch(words -> words.matches("BAD (STALE|NOT_READY)"));
        theBooksAreTheChains();
    }

    private void payEverything() throws InterruptedException {
        await("all blocks to be settled", () -> books.unsettled() == 0);
        await("all payouts to be confirmed", () -> {
            pool.node().pass(1);
            return books.openPayouts() == 0
                    && books.payoutsOfState("CONFIRMED") >= MINERS.size()
                    && books.balanceOf("miner:reserved").signum() == 0;
        });
    }

    private void theBooksAreTheChains() throws IOException {
        assertThat(books.sumOfBalances()).isZero();
        for (String miner : MINERS) {
            assertThat(BigInteger.valueOf(pool.node().balance(miner)))
                    .as("what %s was paid", miner)
                    .isPositive()
                    .isEqualTo(books.paidTo(miner));
        }
        assertThat(BigInteger.valueOf(pool.node().balance(ToyPool.ACCOUNT)))
                .isEqualTo(books.balanceOf("wallet").negate());
    }

    private static void moreShares(ToyCrew crew, int more) throws InterruptedException {
        int before = crew.told().size();
        await("miners to be told of more shares", () -> crew.told().size() >= before + more);
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
