package org.motherlode.ejb.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.pool.PoolName;

/** What is known of each invariant of a pool. */
final class ResultRows {
    private static final int MOST_TOLD = 3;
    private static final int LONGEST = 2_000;
    private static final String KNOWN =
            "INSERT INTO books_result AS r (pool, invariant, broken, since, words, checked_at)"
                    + " VALUES (?, ?, ?, CASE WHEN ? <> '' THEN now() END, ?, now())"
                    + " ON CONFLICT (pool, invariant) DO UPDATE SET broken = excluded.broken,"
                    + " since = CASE WHEN excluded.broken <> '' THEN coalesce(r.since, now()) END, words = excluded.words,"
                    + " unknown = '', checked_at = now(), asked_at = now()";
    private static final String UNKNOWN = "INSERT INTO books_result AS r (pool, invariant, unknown) VALUES (?, ?, ?)"
            + " ON CONFLICT (pool, invariant) DO UPDATE SET unknown = excluded.unknown, asked_at = now()";
    private static final String UNTOLD = "INSERT INTO books_result AS r (pool, invariant, words) VALUES (?, ?, ?)"
            + " ON CONFLICT (pool, invariant) DO UPDATE SET words = excluded.words, unknown = '', asked_at = now()";
    private static final String READ =
            "SELECT invariant, broken, words, unknown, checked_at, began_at FROM books_result"
                    + " WHERE pool = ? ORDER BY invariant";

    private final Database database;
    private final PoolName pool;

    ResultRows(Database database, PoolName pool) {
        this.database = database;
        this.pool = pool;
    }

    /**
     * A row.
     *
     * @param broken empty if nothing is known to be
     * @param words what was compared, or why nothing ever is
     * @param unknown why it could not be told when it was last asked; empty if it could
     * @param checked when it was last known; empty if never
     * @param began when it was first asked
     */
    record Result(
            String invariant, String broken, String words, String unknown, Optional<Instant> checked, Instant began) {
        static Result read(ResultSet row) throws SQLException {
            return new Result(
                    row.getString("invariant"),
                    row.getString("broken"),
                    row.getString("words"),
                    row.getString("unknown"),
                    Optional.ofNullable(row.getObject("checked_at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    Values.instant(row, "began_at"));
        }

        /** Whether it is broken or could not be told. */
        boolean isOpen() {
            return !broken.isEmpty() || !unknown.isEmpty();
        }

        /** Whether this pool's chain can say it at all. */
        boolean isTold() {
            return checked.isPresent() || !unknown.isEmpty();
        }

        Instant known() {
            return checked.orElse(began);
        }
    }

    List<Result> all() {
        return database.list(READ, Result::read, pool.text());
    }

    /** @param words what was compared, of one that was looked at */
    void keep(Verdict verdict, String words) {
        String code = verdict.invariant().code();
        switch (verdict.state()) {
            case HOLDS -> database.change(KNOWN, pool.text(), code, "", "", words);
            case BROKEN -> {
                String broken = told(verdict.words());
                database.change(KNOWN, pool.text(), code, broken, broken, words);
            }
            case UNKNOWN -> database.change(UNKNOWN, pool.text(), code, told(verdict.words()));
            case UNTOLD -> database.change(UNTOLD, pool.text(), code, told(verdict.words()));
        }
    }

    private static String told(List<String> sentences) {
        String told = String.join("; ", sentences.stream().limit(MOST_TOLD).toList());
        String more = sentences.size() > MOST_TOLD ? "; and " + (sentences.size() - MOST_TOLD) + " more" : "";
        return told.substring(0, Math.min(told.length(), LONGEST)) + more;
    }
}
