package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** What settlement reads of a found block. */
record BlockRow(
        long number,
        PoolName pool,
        long height,
        String finder,
        Difficulty networkDifficulty,
        Optional<BigInteger> expectedReward,
        Optional<BigInteger> finalReward,
        ShareNumber watermark,
        Instant foundAt) {
    static final String COLUMNS =
            "b.number, b.pool, b.height, b.finder, b.network_difficulty, b.expected_reward, b.final_reward,"
                    + " b.watermark_node, b.watermark_epoch, b.watermark_sequence, b.found_at";

    static BlockRow read(ResultSet row) throws SQLException {
        return new BlockRow(
                row.getLong("number"),
                new PoolName(row.getString("pool")),
                row.getLong("height"),
                row.getString("finder"),
                new Difficulty(Values.whole(row, "network_difficulty")),
                Values.maybeWhole(row, "expected_reward"),
                Values.maybeWhole(row, "final_reward"),
                new ShareNumber(
                        row.getInt("watermark_node"),
                        row.getLong("watermark_epoch"),
                        row.getLong("watermark_sequence")),
                Values.instant(row, "found_at"));
    }
}
