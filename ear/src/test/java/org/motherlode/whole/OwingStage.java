package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;

/**
 * A private Monero chain with real wallets and a server whose pool owes two miners what a test says, with wires between
 * server and wallet, server and node, wallet and node.
 */
final class OwingStage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Of a check of the books that can ask wallet and node. */
    private static final long INVARIANTS = 8;

    private static final long HALF_A_COIN = 500_000_000_000L;
    private static final int COINS = 5;
    private static final int TO_MATURITY = 70;
    private static final int TO_PAYMENT = 12;

    private final DemoChain chain;
    private final CutWire walletToNode;
    private final CutWire toWallet;
    private final CutWire toNode;
    private final DemoPool pool;
    private final Books books;
    private final BigInteger brought;
    private int owed;

    /** Starts it all; the server has these properties of the system beside the demo's. */
    OwingStage(Path folder, Map<String, String> properties) throws IOException, InterruptedException {
        DemoPorts ports = DemoPorts.free();
        walletToNode = new CutWire(ports.node().rpc());
        toWallet = new CutWire(ports.poolWallet());
        toNode = new CutWire(ports.node().rpc());
        chain = DemoChain.start(folder.resolve("chain"), ports, 1, walletToNode.port());
        try {
            chain.node().generate(COINS, chain.addresses().pool());
            chain.pass(TO_MATURITY);
            brought = chain.poolWallet().balance();
            EmbeddedPostgres database = EmbeddedPostgres.temporary();
            books = new Books(database);
            Migrations.run(database);
            change(
                    database,
                    "INSERT INTO books_begin (pool, height, actor, reason) VALUES ('monero', ?::bigint, 'eve',"
                            + " 'the wallet has mined by itself until here')",
                    Long.toString(chain.node().height()));
            DemoPool.Wiring wiring =
                    new DemoPool.Wiring(wired(ports), chain.addresses().pool(), 10);
            pool = DemoPool.start(database, folder, MoneroStage.software(Map.of(), properties), wiring);
        } catch (IOException | InterruptedException | RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    private DemoPorts wired(DemoPorts ports) {
        RegtestNode.Ports node = ports.node();
        return new DemoPorts(
                new RegtestNode.Ports(toNode.port(), node.p2p(), node.zmqRpc(), node.zmqPublish()),
                toWallet.port(),
                ports.minersWallet(),
                ports.database(),
                ports.stratum(),
                ports.offset());
    }

    DemoChain chain() {
        return chain;
    }

    DemoPool pool() {
        return pool;
    }

    Books books() {
        return books;
    }

    /** From the server to the pool's wallet. */
    CutWire toWallet() {
        return toWallet;
    }

    /** From the server to the node. */
    CutWire toNode() {
        return toNode;
    }

    /** From the pool's wallet to its node. */
    CutWire walletToNode() {
        return walletToNode;
    }

    /** How often the miners were owed something. */
    int owed() {
        return owed;
    }

    /** From now on both miners are to be paid half a coin more, as if a block had matured. */
    void owe() throws IOException {
        owed++;
        String both = chain.addresses().amy() + " " + chain.addresses().bob();
        change(
                books.database(),
                "INSERT INTO ledger_account (pool, kind, owner, asset)"
                        + " SELECT 'monero', 'miner:payable', unnest(string_to_array(?, ' ')), 'XMR'"
                        + " UNION ALL SELECT 'monero', 'wallet', '', 'XMR' ON CONFLICT DO NOTHING",
                both);
        change(
                books.database(),
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), 'test/" + owed + "', 'monero', w.number, m.number, " + HALF_A_COIN
                        + ", 'XMR' FROM ledger_account w, ledger_account m WHERE w.kind = 'wallet'"
                        + " AND m.kind = 'miner:payable' AND m.owner = ANY (string_to_array(?, ' '))",
                both);
    }

    /** Waits until this many payouts are in this state. */
    void await(String state, long payouts) throws IOException, InterruptedException {
        await(payouts + " payouts " + state, () -> books.payoutsOfState(state) == payouts);
    }

    void await(String what, Waiting.Check check) throws IOException, InterruptedException {
        boolean holds = Waiting.until(PATIENCE, check);
        assertThat(holds).as("%s; the payouts are %s", what, books.payouts()).isTrue();
    }

    /** Lets the blocks pass after which a payment is final. */
    void pass() throws IOException, InterruptedException {
        chain.pass(TO_PAYMENT);
    }

    /** All that was owed is paid, and once: so say the books, each miner's own wallet, and the pool's. */
    void paidOnce() throws Exception {
        await("all on its way", () -> books.payoutsOfState("SENT") + books.payoutsOfState("CONFIRMED") == owed);
        pass();
        await("CONFIRMED", owed);
        BigInteger each = BigInteger.valueOf(owed * HALF_A_COIN);

        assertThat(books.openPayouts()).isZero();
        assertThat(books.payoutsOfState("RELEASED")).isZero();
        assertThat(books.sumOfBalances()).isZero();
        assertThat(books.balanceOf("miner:payable")).isZero();
        assertThat(books.balanceOf("miner:reserved")).isZero();
        for (String miner : List.of(chain.addresses().amy(), chain.addresses().bob())) {
            assertThat(books.paidTo(miner)).isEqualTo(each);
        }
        for (String miner : List.of("amy", "bob")) {
            assertThat(chain.balanceOf(miner)).as(miner + "'s own wallet").isEqualTo(each);
        }
        assertThat(chain.poolWallet().balance())
                .as("what is left in the pool's wallet")
                .isEqualTo(brought.subtract(each.add(each)).subtract(books.networkFees()));
    }

    /** The server is killed once more, and the check that the next one begins with finds all eight rules right. */
    void booksAreRight() throws Exception {
        pool.killAndRestart();
        await("a whole check of the books", () -> books.invariantsCheckedAtLast() == INVARIANTS);
        assertThat(books.brokenInvariants()).isZero();
    }

    private static void change(EmbeddedPostgres database, String sql, String parameter) throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        toWallet.close();
        toNode.close();
        walletToNode.close();
        chain.close();
    }
}
