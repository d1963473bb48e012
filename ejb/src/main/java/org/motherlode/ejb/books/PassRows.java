package org.motherlode.ejb.books;

import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.pool.PoolName;

/** How far the check under way has come, in its rows: each portion moves on from what the one before has committed. */
final class PassRows {
    private static final Logger LOG = Logger.getLogger(PassRows.class);
    /** Findings of one invariant that are kept; one alone stops the payouts. */
    private static final int MOST_FOUND = 100;

    private static final String BEGIN = "INSERT INTO books_pass (pool, invariant, run, done) VALUES (?, ?, ?, ?)";
    private static final String READ = "SELECT reached, done, found FROM books_pass WHERE pool = ? AND invariant = ?";
    private static final String FOUND =
            "UPDATE books_pass SET found = found || ?::text WHERE pool = ? AND invariant = ?"
                    + " AND cardinality(found) < " + MOST_FOUND;

    private final Database database;
    private final PoolName pool;

    PassRows(Database database, PoolName pool) {
        this.database = database;
        this.pool = pool;
    }

    /** @param reached what the last portion came to; of what is counted, the caller knows */
    record Progress(long reached, boolean done, List<String> found) {}

    /**
     * Goes on with the pass of this run, or begins anew.
     *
     * @param wanted those to look at; the others count as done, and what is known of them stays
     */
    void begin(long run, Set<Invariant> wanted) {
        boolean there = database.first(
                        "SELECT 1 FROM books_pass WHERE pool = ? AND run = ? LIMIT 1", row -> true, pool.text(), run)
                .isPresent();
        if (!there) {
            database.change("DELETE FROM books_pass WHERE pool = ?", pool.text());
            database.change(
                    "DELETE FROM books_sum WHERE account IN (SELECT number FROM ledger_account WHERE pool = ?)",
                    pool.text());
            for (Invariant invariant : Invariant.values()) {
                database.change(BEGIN, pool.text(), invariant.code(), run, !wanted.contains(invariant));
            }
        }
    }

    Progress of(Invariant invariant) {
        return database.first(
                        READ,
                        row -> new Progress(
                                row.getLong("reached"), row.getBoolean("done"), List.of(Values.texts(row, "found"))),
                        pool.text(),
                        invariant.code())
                .orElseThrow(() -> new IllegalStateException("no check of pool " + pool + " has begun"));
    }

    void reach(Invariant invariant, long reached) {
        database.change(
                "UPDATE books_pass SET reached = ? WHERE pool = ? AND invariant = ?",
                reached,
                pool.text(),
                invariant.code());
    }

    void found(Invariant invariant, List<String> words) {
        for (String sentence : words) {
            LOG.errorf("%s: %s is broken: %s", pool, invariant.code(), sentence);
            database.change(FOUND, sentence, pool.text(), invariant.code());
        }
    }

    /** What was found becomes what is known. */
    void end(Invariant invariant, String words) {
        database.change(
                "UPDATE books_pass SET done = true WHERE pool = ? AND invariant = ?", pool.text(), invariant.code());
        new ResultRows(database, pool).keep(Verdict.of(invariant, of(invariant).found()), words);
    }
}
