package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/** A real wallet that does what it was asked, and whose word does not get through. */
class CutReplyTest {
    private static final long HALF_A_COIN = 500_000_000_000L;
    private static final int COINS = 5;
    private static final int TO_MATURITY = 70;
    private static final int TO_PAYMENT = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private DemoChain chain;
    private CutWire wire;
    private DemoPool pool;
    private Books books;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        DemoPorts ports = DemoPorts.free();
        chain = DemoChain.start(folder.resolve("chain"), ports, 1);
        chain.node().generate(COINS, chain.addresses().pool());
        chain.pass(TO_MATURITY);
        wire = new CutWire(ports.poolWallet());
        DemoPorts cut = new DemoPorts(
                ports.node(), wire.port(), ports.minersWallet(), ports.database(), ports.stratum(), ports.offset());
        EmbeddedPostgres database = EmbeddedPostgres.temporary();
        books = new Books(database);
        pool = DemoPool.start(
                database,
                folder,
                software(),
                new DemoPool.Wiring(cut, chain.addresses().pool(), 10));
    }

    @AfterEach
    void end() throws IOException {
        pool.close();
        wire.close();
        chain.close();
    }

    @Test
    void miners_are_paid_exactly_once_when_the_wallets_replies_are_lost() throws Exception {
        ownCoinsAreNobodysBusiness();
        wire.cut("transfer", CutWire.Lost.REPLY);
        wire.cut("relay_tx", CutWire.Lost.REPLY);
        owe("first");
        await("a payout on its way", () -> books.payoutsOfState("SENT") > 0);
        assertThat(wire.done())
                .containsExactly(
                        new CutWire.Cut("transfer", CutWire.Lost.REPLY),
                        new CutWire.Cut("relay_tx", CutWire.Lost.REPLY));
        settled(1);

        wire.cut("relay_tx", CutWire.Lost.REQUEST);
        wire.cut("store", CutWire.Lost.REPLY);
        owe("second");
        await("the next payout on its way", () -> books.payoutsOfState("SENT") > 0);
        await("the answer about the wallet's file to be lost", () -> wire.done().size() == 4);
        settled(2);
    }

    /** So many payouts are final, and each miner's own wallet has as often half a coin, as the books say. */
    private void settled(int payouts) throws Exception {
        chain.pass(TO_PAYMENT);
        await("the payout to be confirmed", () -> books.payoutsOfState("CONFIRMED") == payouts);
        BigInteger paid = BigInteger.valueOf(payouts * HALF_A_COIN);

        assertThat(books.openPayouts()).isZero();
        assertThat(books.payoutsOfState("RELEASED")).isZero();
        assertThat(books.sumOfBalances()).isZero();
        assertThat(books.paidTo(chain.addresses().amy())).isEqualTo(paid);
        assertThat(books.paidTo(chain.addresses().bob())).isEqualTo(paid);
        assertThat(chain.balanceOf("amy")).isEqualTo(paid);
        assertThat(chain.balanceOf("bob")).isEqualTo(paid);
    }

    /** The wallet mines by itself here, which the check of the books would find: blocks that the pool has missed. */
    private void ownCoinsAreNobodysBusiness() throws SQLException {
        try (Connection connection = pool.database().appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO books_begin (pool, height, actor, reason) VALUES ('monero', 1000000, 'eve', 'a test')")) {
            statement.executeUpdate();
        }
    }

    /** From now on both miners are to be paid half a coin, as if a block had matured. */
    private void owe(String event) throws SQLException {
        try (Connection connection = pool.database().appDataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String miner :
                    new String[] {chain.addresses().amy(), chain.addresses().bob()}) {
                change(
                        connection,
                        "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'wallet', '', 'XMR'),"
                                + " ('monero', 'miner:payable', ?, 'XMR') ON CONFLICT DO NOTHING",
                        miner);
                change(
                        connection,
                        "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                                + " SELECT gen_random_uuid(), 'test/" + event + "', 'monero', w.number, m.number, "
                                + HALF_A_COIN + ", 'XMR' FROM ledger_account w, ledger_account m"
                                + " WHERE w.kind = 'wallet' AND m.kind = 'miner:payable' AND m.owner = ?",
                        miner);
            }
            connection.commit();
        }
    }

    private static void change(Connection connection, String sql, String miner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, miner);
            statement.executeUpdate();
        }
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }

    private static DemoPool.Software software() throws IOException {
        Path project = Path.of(System.getProperty("motherlode.project"));
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return new DemoPool.Software(image, Path.of(System.getProperty("motherlode.ear")));
    }
}
