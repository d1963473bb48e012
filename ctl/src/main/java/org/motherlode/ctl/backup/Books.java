package org.motherlode.ctl.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The proof of the books that the server makes before each payout, from the first transfer on. */
record Books(Sql sql) {
    private static final int TRANSFERS_AT_ONCE = 500_000;

    /** How far a check of the books had come; a new run on this database could take it up as its own. */
    private static final String FORGET_PASS = "DO $$ BEGIN IF to_regclass('books_pass') IS NOT NULL THEN"
            + " DELETE FROM books_pass; DELETE FROM books_sum; DELETE FROM books_seen; END IF; END $$";

    /** Forgets what was proved before: with each balance and transfer put back, nothing is proved of them. */
    void forgetProof() throws SQLException {
        sql.run("DELETE FROM ledger_checked");
        sql.run("DELETE FROM ledger_check");
        sql.run(FORGET_PASS);
    }

    /** What is wrong, a sentence for each pool; nothing if each balance is what its transfers sum to, and all sum to zero. */
    List<String> prove() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String pool :
                sql.list("SELECT DISTINCT pool FROM ledger_account ORDER BY pool", row -> row.getString(1))) {
            long steps = 1 + transfers(pool) / TRANSFERS_AT_ONCE;
            String words = "";
            for (long step = 0; step <= steps; step++) words = prove(pool);
            if (!words.isEmpty()) wrong.add("the books of pool " + pool + " are wrong: " + words);
        }
        return wrong;
    }

    private long transfers(String pool) throws SQLException {
        return sql.list("SELECT count(*) FROM ledger_transfer WHERE pool = ?", row -> row.getLong(1), pool)
                .get(0);
    }

    private String prove(String pool) throws SQLException {
        return sql.list("SELECT ledger_prove(?, ?)", row -> row.getString(1), pool, TRANSFERS_AT_ONCE)
                .get(0);
    }
}
