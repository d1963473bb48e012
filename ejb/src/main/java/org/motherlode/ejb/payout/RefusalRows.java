package org.motherlode.ejb.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.pool.PoolName;

/**
 * Reads what the wallet refused: payouts that went on their way, were released, never had a transaction and were neither
 * decided by a person nor taken back before they were signed. Older than a month is forgotten.
 */
final class RefusalRows {
    private static final String REFUSED = " b.pool = ? AND b.state = 'RELEASED' AND b.transaction_id IS NULL"
            + " AND b.begun_at IS NOT NULL AND NOT b.taken_back AND b.changed_at > now() - interval '30 days'"
            + " AND NOT EXISTS (SELECT FROM payout_decision d WHERE d.batch = b.number)";
    private static final String IN_A_ROW =
            "SELECT count(*) AS times, max(b.changed_at) AS last, (array_agg(b.words ORDER BY b.number DESC))[1] AS words"
                    + " FROM payout_batch b WHERE" + REFUSED + " AND b.number > coalesce("
                    + "(SELECT max(s.number) FROM payout_batch s WHERE s.pool = b.pool AND s.transaction_id IS NOT NULL), 0)";
    private static final String MINERS = "SELECT i.miner, count(*) AS times, max(b.changed_at) AS last,"
            + " (array_agg(b.words ORDER BY b.number DESC))[1] AS words"
            + " FROM payout_batch b JOIN payout_item i ON i.batch = b.number WHERE" + REFUSED + " AND NOT EXISTS ("
            + "SELECT FROM payout_item j JOIN payout_batch s ON s.number = j.batch WHERE j.miner = i.miner"
            + " AND j.batch > b.number AND s.pool = b.pool AND s.transaction_id IS NOT NULL) GROUP BY i.miner";

    private final Database database;

    RefusalRows(Database database) {
        this.database = database;
    }

    Refusals read(PoolName pool) {
        Map<MinerAddress, Refusals.Refused> miners = new HashMap<>();
        database.list(MINERS, row -> miners.put(new MinerAddress(row.getString("miner")), refused(row)), pool.text());
        return new Refusals(inARow(pool), miners);
    }

    Refusals.Refused inARow(PoolName pool) {
        return database.first(IN_A_ROW, RefusalRows::refused, pool.text()).orElse(Refusals.Refused.NEVER);
    }

    private static Refusals.Refused refused(ResultSet row) throws SQLException {
        int times = row.getInt("times");
        if (times == 0) {
            return Refusals.Refused.NEVER;
        }
        Instant last = Values.instant(row, "last");
        return new Refusals.Refused(times, last, row.getString("words"));
    }
}
