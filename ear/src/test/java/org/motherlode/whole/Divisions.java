package org.motherlode.whole;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.motherlode.ctl.postgres.EmbeddedPostgres;

/** How a pool's blocks were divided, reckoned once more from the shares by other SQL than the server's. */
record Divisions(EmbeddedPostgres database, String pool) {
    private static final String WEIGHTS =
            "block_weight w JOIN block_settlement s ON s.block = w.block JOIN pool_block b ON b.number = s.block";
    private static final String ROUNDS = "SELECT s.block, x.miner, sum(x.difficulty) AS work FROM block_settlement s"
            + " JOIN pool_block b ON b.number = s.block"
            + " LEFT JOIN LATERAL (SELECT * FROM pool_block p WHERE p.pool = b.pool AND (p.found_at, p.watermark_node,"
            + " p.watermark_epoch, p.watermark_sequence) < (b.found_at, b.watermark_node, b.watermark_epoch,"
            + " b.watermark_sequence) ORDER BY p.found_at DESC, p.watermark_node DESC, p.watermark_epoch DESC,"
            + " p.watermark_sequence DESC LIMIT 1) p ON true"
            + " JOIN pool_share x ON x.pool = b.pool AND (x.accepted_at, x.node, x.epoch, x.sequence)"
            + " <= (b.found_at, b.watermark_node, b.watermark_epoch, b.watermark_sequence)"
            + " AND (p.number IS NULL OR (x.accepted_at, x.node, x.epoch, x.sequence)"
            + " > (p.found_at, p.watermark_node, p.watermark_epoch, p.watermark_sequence))"
            + " WHERE s.pool = ? GROUP BY 1, 2";

    /** Blocks that were divided. */
    long blocks() throws IOException {
        return number("SELECT count(*) FROM block_settlement WHERE pool = ?");
    }

    /** Miners' parts of blocks that are not what they have done since the pool's block before. */
    long wrongRounds() throws IOException {
        return number("SELECT count(*) FROM (" + ROUNDS + ") r FULL JOIN (SELECT w.block, w.owner, w.weight FROM "
                + WEIGHTS + " WHERE s.pool = '" + pool + "') w ON w.block = r.block AND w.owner = r.miner"
                + " WHERE w.weight IS DISTINCT FROM r.work");
    }

    /** Parts of blocks that somebody else than the finder has. */
    long ofOthersThanTheFinder() throws IOException {
        return number("SELECT count(*) FROM " + WEIGHTS + " WHERE s.pool = ? AND w.owner <> b.finder");
    }

    private long number(String sql) throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, pool);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
