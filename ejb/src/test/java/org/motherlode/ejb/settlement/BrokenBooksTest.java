package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;

/** Books of settled blocks that the tables' owner has changed by hand, triggers off: exactly what was broken is named. */
class BrokenBooksTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final DataSource KEPT = OneConnection.of(DATABASE.appDataSource());
    private static final BigInteger SIZE = BigInteger.valueOf(100);
    private static final BigInteger REWARD = BigInteger.valueOf(10_007);
    private static final String FROM_TO = " WHERE t.pool = '%s' AND t.event LIKE '%%%s'"
            + " AND t.to_account = (SELECT number FROM ledger_account WHERE pool = t.pool AND kind = '%s' AND owner = '%s')";
    private static int pools = 3_000;

    private final Database owner = new Database(OneConnection.of(DATABASE.ownerDataSource()));
    private final SettledPool pool =
            new SettledPool(KEPT, pools++, Map.of("fee.basis-points", "100", "window.percent", "100"));
    private final int node = 1 + pools % 100; // no pool's own one
    private long block;

    /** Or the other pools' blocks would wait for it. */
    @AfterEach
    void retire() {
        owner.change("UPDATE pool_node SET retired = true WHERE node = ?", node);
    }

    @Test
    void an_old_transfer_that_was_changed_after_it_was_summed_is_found_by_its_accounts() {
        mature();
        pool.pays("a", 100);
        assertThat(prove()).isEmpty();
        BigInteger payable = pool.balance(AccountKind.MINER_PAYABLE, "a");
        change("ledger_transfer", "UPDATE ledger_transfer t SET amount = 99" + to("/confirm", "wallet", ""));

        assertThat(prove()).as("it looks at new transfers only").isEmpty();
        assertThat(check())
                .containsExactly(Map.entry(
                        "I1",
                        "wallet is " + pool.balance(AccountKind.WALLET) + " and its transfers sum to "
                                + pool.balance(AccountKind.WALLET).subtract(BigInteger.ONE)
                                + "; miner:payable a is " + payable + " and its transfers sum to "
                                + payable.add(BigInteger.ONE)));
        assertThat(wrong()).startsWith("I1: wallet is ");

        change("ledger_transfer", "UPDATE ledger_transfer t SET amount = 100" + to("/confirm", "wallet", ""));
        assertThat(check()).as("a later check finds it right").isEmpty();
        assertThat(wrong()).isEmpty();
    }

    @Test
    void a_division_that_was_changed_together_with_the_balances_is_found_by_its_block() {
        mature();
        change("ledger_transfer", "UPDATE ledger_transfer t SET amount = amount + 1" + to("/allot", "fees", ""));
        change("ledger_balance", balance("+ 1", "fees", ""));
        change("ledger_balance", balance("- 1", "immature", ""));

        assertThat(check())
                .containsExactly(Map.entry(
                        "I2",
                        "block " + block + ": settle/" + pool.name + "/" + block + "/allot moved 101 from " + pool.name
                                + "/immature to " + pool.name + "/fees, and by the block's division it is 100"));
    }

    @Test
    void a_transfer_that_no_stage_has_made_is_found() {
        mature();
        change(
                "ledger_transfer",
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), t.event, t.pool, t.from_account, t.to_account, 5, 'XMR'"
                        + " FROM ledger_transfer t" + to("/mature", "miner:payable", "a"));
        change("ledger_balance", balance("+ 5", "miner:payable", "a"));
        change("ledger_balance", balance("- 5", "miner:immature", "a"), "miner_is_never_overdrawn");

        assertThat(check().keySet()).containsExactly("I2", "I3");
        assertThat(check().get("I3")).isEqualTo("miner:immature a is -5 and must not be below 0");
    }

    @Test
    void a_weight_that_was_changed_is_found_by_the_digest_and_by_the_shares() {
        mature();
        change(
                "block_weight",
                "UPDATE block_weight SET weight = weight + 1 WHERE block = " + block + " AND owner = 'b'");

        assertThat(check().keySet()).containsExactly("I7");
        assertThat(check().get("I7"))
                .contains("block " + block + ": the weights that are stored have the digest ")
                .contains("block " + block
                        + ": b has 30 by the shares of its window, and 31 by the weights that were frozen");
    }

    @Test
    void a_share_that_was_changed_is_found_by_its_miner() {
        mature();
        change("pool_share", "UPDATE pool_share SET difficulty = 29 WHERE pool = '" + pool.name + "' AND miner = 'b'");

        assertThat(check())
                .containsExactly(Map.entry(
                        "I7",
                        "block " + block
                                + ": b has 29 by the shares of its window, and 30 by the weights that were frozen"));
    }

    @Test
    void a_share_that_came_late_is_explained_only_where_a_row_says_why() {
        mature();
        owner.change("INSERT INTO pool_node (node, known_at) VALUES (?, NULL) ON CONFLICT DO NOTHING", node);
        pool.database.change(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
                        + " VALUES (?, ?, 999999, 1, ?, 'late', 'rig', 7, 100, '')",
                pool.name.text(),
                node,
                Instant.parse("2026-03-01T12:00:01.5Z"));

        assertThat(check().get("I7"))
                .contains("late has 7 by the shares of its window, and 0 by the weights that were frozen");
        owner.change("UPDATE pool_node SET retired = true WHERE node = ?", node);
        assertThat(check()).as("its node was retired").isEmpty();
        owner.change("UPDATE pool_node SET retired = false, known_at = now() WHERE node = ?", node);
        assertThat(check()).as("its node came later").isEmpty();
        owner.change("UPDATE pool_node SET known_at = NULL WHERE node = ?", node);
        owner.change("INSERT INTO dead_letter (letter, queue, why, node, epoch, first_sequence, last_sequence, ended,"
                + " ended_at, actor, reason) VALUES ('letter " + pool.name + "', 'shares', 'why', " + node
                + ", 999999, 1, 3, 'GIVEN UP', '2026-01-01', 'olga', 'lost')");
        assertThat(check()).as("its letter was given up").isEmpty();

        change("pool_share", "UPDATE pool_share SET difficulty = 29 WHERE pool = '" + pool.name + "' AND miner = 'b'");
        assertThat(check().keySet()).as("what came late can only have added").containsExactly("I7");
    }

    @Test
    void shares_that_are_not_kept_any_more_are_no_alarm() {
        mature();
        change("pool_share", "DELETE FROM pool_share WHERE pool = '" + pool.name + "'");

        assertThat(check()).isEmpty();
    }

    @Test
    void what_was_found_right_is_named_and_asks_for_no_other_check_soon() {
        mature();

        assertThat(books().words()).isEqualTo("right: I1, I2, I3, I5-books, I7");
        assertThat(books().isOpen()).isFalse();
    }

    private void mature() {
        pool.share("a", BigInteger.valueOf(20));
        pool.share("b", BigInteger.valueOf(30));
        pool.share("a", BigInteger.valueOf(50));
        block = pool.block(SIZE, Optional.of(REWARD));
        pool.settle();
        pool.becomes(block, "MATURE", Optional.of(REWARD));
        pool.settle();
        assertThat(check()).isEmpty();
    }

    private CheckedBooks books() {
        return new CheckedBooks(pool.database, pool.name, SettledPool.XMR);
    }

    private Map<String, String> check() {
        return books().check();
    }

    private String prove() {
        return pool.database
                .first("SELECT ledger_prove(?, 1000)", row -> row.getString(1), pool.name.text())
                .orElseThrow();
    }

    private String wrong() {
        return pool.database
                .first("SELECT books_wrong(?)", row -> row.getString(1), pool.name.text())
                .orElseThrow();
    }

    private String to(String event, String kind, String whose) {
        return FROM_TO.formatted(pool.name, event, kind, whose);
    }

    private String balance(String change, String kind, String whose) {
        return "UPDATE ledger_balance SET balance = balance " + change
                + " WHERE account = (SELECT number FROM ledger_account WHERE pool = '" + pool.name + "' AND kind = '"
                + kind
                + "' AND owner = '" + whose + "')";
    }

    private void change(String table, String sql) {
        owner.change("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        owner.change(sql);
        owner.change("ALTER TABLE " + table + " ENABLE TRIGGER USER");
    }

    private void change(String table, String sql, String constraint) {
        owner.change("ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + constraint);
        change(table, sql);
    }
}
