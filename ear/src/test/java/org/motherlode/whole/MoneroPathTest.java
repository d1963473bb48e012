package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.PoolApi;

/**
 * From a miner's socket to a paid balance on a private Monero chain, with kill -9 while shares are in flight and while a
 * payout is on its way, and with a redeploy while miners mine.
 */
class MoneroPathTest {
    /** All that a check can tell, with the wallet and the node. */
    private static final long INVARIANTS = 8;

    @TempDir
    Path folder;

    private MoneroStage stage;
    private DemoChain chain;
    private DemoPool pool;
    private Books books;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        stage = new MoneroStage(folder, Map.of());
        chain = stage.chain();
        pool = stage.pool();
        books = stage.books();
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void what_miners_mine_reaches_their_wallets_whatever_is_killed() throws Exception {
        PoolApi.Block block;
        try (DemoMiner amy = stage.amy();
                DemoMiner bob = stage.bob()) {
            await("ten shares", () -> books.shares() >= 10);
            pool.killAndRestart();
            await("a block on the chain", () -> books.blocksOfState("IMMATURE") > 0);
            block = onChain();
            stage.redeploy();
            long before = books.shares();
            await("shares after the redeploy", () -> books.shares() > before);
            assertThat(amy.isAlive() && bob.isAlive()).isTrue();
        }
        new MoneroAudit(stage, books).shares();
        assertThat(books.miscountedByDay()).isZero();
        assertThat(chain.node().confirms(block.height(), block.id())).isTrue();

        chain.idle();
        chain.pass(MoneroStage.TO_MATURITY);
        await("a payout on its way", () -> books.payoutsOfState("SENT") > 0);
        pool.killAndRestart();
        chain.pass(MoneroStage.TO_PAYMENT);
        new MoneroAudit(stage, books).money();
        assertThat(books.payoutsOfState("CONFIRMED")).isPositive();
        pool.killAndRestart();
        await("a whole check of the books", () -> books.invariantsCheckedAtLast() == INVARIANTS);
        assertThat(books.brokenInvariants()).isZero();
    }

    private PoolApi.Block onChain() throws IOException, InterruptedException {
        return pool.api().blocks().stream()
                .filter(block -> block.state().equals("IMMATURE"))
                .findFirst()
                .orElseThrow();
    }
}
