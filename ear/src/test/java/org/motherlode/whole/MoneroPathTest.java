package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.demo.PoolApi;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/**
 * From a miner's socket to a paid balance on a private Monero chain, with kill -9 while shares are in flight and while a
 * payout is on its way, and with a redeploy while miners mine.
 */
class MoneroPathTest {
    private static final long BLOCK_DIFFICULTY = 300;
    private static final long SHARE_DIFFICULTY = 10;
    private static final int TO_MATURITY = 62;
    private static final int TO_PAYMENT = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final Path ear = Path.of(System.getProperty("motherlode.ear"));
    private DemoPorts ports;
    private DemoChain chain;
    private DemoPool pool;
    private Books books;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        ports = DemoPorts.free();
        chain = DemoChain.start(folder.resolve("chain"), ports, BLOCK_DIFFICULTY);
        chain.mineInEarnest();
        EmbeddedPostgres database = EmbeddedPostgres.temporary();
        books = new Books(database);
        DemoPool.Wiring wiring = new DemoPool.Wiring(ports, chain.addresses().pool(), SHARE_DIFFICULTY);
        pool = DemoPool.start(database, folder, new DemoPool.Software(image(), ear), wiring);
    }

    @AfterEach
    void end() {
        pool.close();
        chain.close();
    }

    @Test
    void what_miners_mine_reaches_their_wallets_whatever_is_killed() throws Exception {
        Path amyLog = folder.resolve("amy.log");
        Path bobLog = folder.resolve("bob.log");
        PoolApi.Block block;
        try (DemoMiner amy = miner(chain.addresses().amy(), amyLog);
                DemoMiner bob = miner(chain.addresses().bob(), bobLog)) {
            await("ten shares", () -> books.shares() >= 10);
            pool.killAndRestart();
            await("a block on the chain", () -> books.blocksOfState("IMMATURE") > 0);
            block = onChain();
            pool.server().redeploy(ear);
            long before = books.shares();
            await("shares after the redeploy", () -> books.shares() > before);
            assertThat(amy.isAlive() && bob.isAlive()).isTrue();
        }
        long told = accepted(amyLog) + accepted(bobLog);
        await("all shares that miners were told of", () -> books.shares() >= told);
        assertThat(books.distinctShares()).isEqualTo(books.shares());
        assertThat(chain.node().confirms(block.height(), block.id())).isTrue();

        chain.idle();
        chain.pass(TO_MATURITY);
        await("a payout on its way", () -> books.payoutsOfState("SENT") > 0);
        pool.killAndRestart();
        chain.pass(TO_PAYMENT);
        await("the payouts to be confirmed", () -> books.payoutsOfState("CONFIRMED") > 0 && books.openPayouts() == 0);

        assertThat(books.sumOfBalances()).isEqualTo(BigInteger.ZERO);
        assertThat(chain.balanceOf("amy"))
                .isPositive()
                .isEqualTo(books.paidTo(chain.addresses().amy()));
        assertThat(chain.balanceOf("bob"))
                .isEqualTo(books.paidTo(chain.addresses().bob()));
    }

    private PoolApi.Block onChain() throws IOException, InterruptedException {
        return pool.api().blocks().stream()
                .filter(block -> block.state().equals("IMMATURE"))
                .findFirst()
                .orElseThrow();
    }

    private DemoMiner miner(String address, Path log) throws IOException {
        return DemoMiner.start(project.resolve("coopmine/target/coopmine.jar"), ports.stratum(), address, log);
    }

    private static long accepted(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .filter(line -> line.contains("\"event\":\"share-accepted\""))
                .count();
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }

    private ServerImage image() throws IOException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        return ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
    }
}
