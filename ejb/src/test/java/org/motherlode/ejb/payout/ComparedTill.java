package org.motherlode.ejb.payout;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.books.PaperWallet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.PayoutBatch;

/** A pool that owes 800 atoms, whose wallet holds them: the reward of its first block, at height 100. */
record ComparedTill(Database database, PaperWallet wallet, Till till, CheckedBooks books) {
    static ComparedTill open(DataSource source) throws SQLException {
        Database database = new Database(OneConnection.of(source));
        Till till = Till.open(source);
        PaperWallet wallet = new PaperWallet(Till.XMR);
        ComparedTill compared =
                new ComparedTill(database, wallet, till, new CheckedBooks(database, till.pool(), Till.XMR));
        compared.block(100, "first", "MATURE", 800);
        wallet.mined("coinbase", 100, 800).block(100, "first").holds(800);
        return compared;
    }

    /** What is broken after the wallet was asked. */
    Map<String, String> ask() {
        return books.ask(wallet);
    }

    PayoutBatch prepare() throws SQLException {
        PayoutBatch batch = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        return till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
    }

    /** Sent, and deep in the chain; the wallet is empty then. */
    long confirm(PayoutBatch prepared) throws SQLException {
        PayoutBatch seen = till.in(payouts -> payouts.sent(till.fence(), prepared));
        wallet.holds(0);
        return till.in(payouts -> payouts.confirmed(till.fence(), seen)).number();
    }

    /** Gives its number. */
    long block(long height, String id, String state, long reward) {
        return database.first(
                        "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                                + " final_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes)"
                                + " VALUES (?, ?, ?, ?, 'amy', 'rig', 1, 'XMR', ?, 0, 1, 1, now(), '') RETURNING number",
                        row -> row.getLong("number"),
                        till.pool().text(),
                        height,
                        id,
                        state,
                        reward)
                .orElseThrow();
    }

    void insertBooking(String transaction, String kind, long amount, long fee) {
        database.change(
                "INSERT INTO wallet_booking (pool, transaction_id, kind, amount, network_fee, actor, reason)"
                        + " VALUES (?, ?, ?, ?, ?, 'olga', 'why')",
                till.pool().text(),
                transaction,
                kind,
                amount,
                fee);
    }

    Condition condition() {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(database, List.of(till.pool()), Duration.ofMinutes(30));
        return alarms.now().stream()
                .filter(condition -> condition.name().equals(till.pool() + ".books"))
                .findFirst()
                .orElseThrow();
    }
}
