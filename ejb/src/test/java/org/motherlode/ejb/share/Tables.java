package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareNumber;

/** Looks into the database. */
record Tables(DataSource database) {
    private static final List<String> ALL = List.of(
            "pool_block",
            "share_refused",
            "pool_share",
            "share_day",
            "share_slice",
            "share_slice_miner",
            "share_batch",
            "share_progress",
            "pool_node",
            "dead_letter");

    /** The first column of the only row, as text. */
    String ask(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    void change(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /** Takes away all shares, blocks and nodes; only the owner may. */
    void empty() throws SQLException {
        for (String table : ALL) {
            change("DELETE FROM " + table);
        }
    }

    long shares() throws SQLException {
        return Long.parseLong(ask("SELECT count(*) FROM pool_share"));
    }

    /** All counts by day, the worker left out. */
    String days() throws SQLException {
        return ask(
                "SELECT coalesce(string_agg(concat_ws(' ', pool, miner, day, shares, work, last_at AT TIME ZONE 'UTC' || '+00'),"
                        + " ',' ORDER BY pool, miner, worker, day), '') FROM share_day");
    }

    /** Whether the counts by day are those of the shares. */
    boolean daysAreShares() throws SQLException {
        return ask("SELECT NOT EXISTS (SELECT * FROM (SELECT pool, miner, worker, (accepted_at AT TIME ZONE 'UTC')::date,"
                        + " count(*), sum(difficulty), max(accepted_at) FROM pool_share GROUP BY 1, 2, 3, 4) s"
                        + " EXCEPT SELECT * FROM share_day) AND (SELECT coalesce(sum(shares), 0) FROM share_day)"
                        + " = (SELECT count(*) FROM pool_share)")
                .equals("t");
    }

    /** Whether the sums of ten minutes are those of the shares; removed ones may have left sums of nothing. */
    boolean slicesAreShares() throws SQLException {
        return ask("WITH s AS (SELECT pool, share_slice_of(accepted_at), node, miner, sum(difficulty) FROM pool_share"
                        + " GROUP BY 1, 2, 3, 4), m AS (SELECT pool, since, node, miner, work FROM share_slice_miner WHERE work > 0)"
                        + " SELECT NOT EXISTS (SELECT * FROM s EXCEPT SELECT * FROM m)"
                        + " AND NOT EXISTS (SELECT * FROM m EXCEPT SELECT * FROM s)"
                        + " AND NOT EXISTS (SELECT pool, since, node, sum(work) FROM m GROUP BY 1, 2, 3"
                        + " EXCEPT SELECT * FROM share_slice)"
                        + " AND (SELECT coalesce(sum(work), 0) FROM m) = (SELECT coalesce(sum(work), 0) FROM share_slice)")
                .equals("t");
    }

    /** Complete and highest sequence of a life. */
    String progress(int node, long epoch) throws SQLException {
        return ask("SELECT complete_sequence || ' of ' || highest_sequence FROM share_progress WHERE node = " + node
                + " AND epoch = " + epoch);
    }

    /** A block whose watermark is this share of {@link Batches}. */
    void block(int node, long epoch, long sequence) throws SQLException {
        blockAt(new Batches(node, epoch, 0).share(sequence));
    }

    /** A block by this share. */
    void blockAt(AcceptedShare share) throws SQLException {
        ShareNumber number = share.number();
        change("INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                + " watermark_node, watermark_epoch, watermark_sequence, found_at, bytes) VALUES ('monero', 1, 'b', 'FOUND',"
                + " 'amy', 'rig', 1, 'XMR', " + number.node() + ", " + number.epoch() + ", " + number.sequence() + ", '"
                + share.acceptedAt()
                + "', '\\x00')");
    }

    boolean blockIsComplete() throws SQLException {
        return ask("SELECT block_is_complete(b) FROM pool_block b").equals("t");
    }
}
