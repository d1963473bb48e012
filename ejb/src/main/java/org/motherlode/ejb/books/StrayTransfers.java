package org.motherlode.ejb.books;

import java.util.List;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.pool.PoolName;

/** Transfers whose event is called after a block, payout or booking that is not there: they sum up, and belong to nothing. */
record StrayTransfers(Database database, PoolName pool) {
    private static final int MOST_TOLD = 100;
    private static final String NUMBER =
            "CASE WHEN split_part(t.event, '/', 3) ~ '^[0-9]{1,18}$'" + " THEN split_part(t.event, '/', 3)::bigint END";
    private static final String STRAY = "SELECT t.number, t.event, t.amount FROM ledger_transfer t"
            + " WHERE t.pool = ? AND t.number > ? AND t.number <= ? AND CASE split_part(t.event, '/', 1)"
            + " WHEN 'settle' THEN NOT EXISTS (SELECT FROM pool_block b WHERE b.pool = t.pool AND b.number = " + NUMBER
            + ") WHEN 'pay' THEN NOT EXISTS (SELECT FROM payout_batch b WHERE b.pool = t.pool AND b.number = " + NUMBER
            + ") WHEN 'wallet' THEN NOT EXISTS (SELECT FROM wallet_booking w WHERE w.pool = t.pool AND t.event = 'wallet/'"
            + " || w.pool || '/' || w.transaction_id || CASE w.version WHEN 1 THEN '' ELSE '/' || w.version END)"
            + " ELSE false END ORDER BY t.number LIMIT " + MOST_TOLD;

    /** Behind one number and up to another, in sentences. */
    List<String> between(long after, long upTo) {
        return database.list(
                STRAY,
                row -> "transfer " + row.getLong("number") + " of " + Values.whole(row, "amount")
                        + " atoms is of the event " + row.getString("event")
                        + ", and there is no such block, payout or booking",
                pool.text(),
                after,
                upTo);
    }
}
