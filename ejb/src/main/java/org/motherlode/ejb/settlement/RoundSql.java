package org.motherlode.ejb.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.share.ShareNumber;

/**
 * A block's round, read from the shares: what came after the share of the pool's block before. That block is one that the pool
 * found, whatever became of it, so the round is the same whenever it is asked for.
 */
final class RoundSql {
    private static final String PREVIOUS = "SELECT p.number, p.found_at, p.watermark_node, p.watermark_epoch,"
            + " p.watermark_sequence FROM pool_block b JOIN pool_block p ON p.number = block_before(b) WHERE b.number = ?";
    private static final String EDGE =
            "SELECT * FROM round_edge(?, ?::timestamptz, ?::smallint, ?, ?, ?, ?::smallint, ?, ?)";
    private static final String BEGINNING = "-infinity";
    private static final ShareNumber ANY = new ShareNumber(0, 0, 1);

    private final Database database;

    RoundSql(Database database) {
        this.database = database;
    }

    /** The block that ended the round before, and its share. */
    record Previous(long block, Instant foundAt, ShareNumber watermark) {
        static Previous read(ResultSet row) throws SQLException {
            ShareNumber watermark = new ShareNumber(
                    row.getInt("watermark_node"), row.getLong("watermark_epoch"), row.getLong("watermark_sequence"));
            return new Previous(row.getLong("number"), Values.instant(row, "found_at"), watermark);
        }
    }

    /** Empty before the pool's first block. */
    Optional<Previous> previous(BlockRow block) {
        return database.first(PREVIOUS, Previous::read, block.number());
    }

    /** The round's oldest share, which counts whole, and the work of the round. Empty if there is no share. */
    Optional<Edge> edge(BlockRow block, Optional<Previous> previous) {
        ShareNumber first = previous.map(Previous::watermark).orElse(ANY);
        Object since = previous.<Object>map(Previous::foundAt).orElse(BEGINNING);
        return database.first(
                        EDGE,
                        WindowSql::readEdge,
                        block.pool().text(),
                        since,
                        first.node(),
                        first.epoch(),
                        first.sequence(),
                        block.foundAt(),
                        block.watermark().node(),
                        block.watermark().epoch(),
                        block.watermark().sequence())
                .flatMap(edge -> edge);
    }
}
