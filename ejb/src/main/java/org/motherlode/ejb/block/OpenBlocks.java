package org.motherlode.ejb.block;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.pool.PoolName;

/** The rows of blocks that are not decided. Each call is a short transaction of its own. */
final class OpenBlocks {
    /** A share of each pool: blocks of one that is closed, or whose node is away, must not keep out the others'. */
    private static final String LIST = "SELECT number, pool, height, block_id, state, found_at, asked_at, known_at,"
            + " confirmations, required FROM (SELECT *, row_number() OVER (PARTITION BY pool"
            + " ORDER BY state NOT IN ('FOUND', 'IMMATURE'), asked_at NULLS FIRST, number) AS place FROM pool_block"
            + " WHERE state IN ('FOUND', 'IMMATURE') OR (state = 'ORPHANED' AND found_at > ?)"
            + " OR (state = 'MATURE' AND found_at > ?)) watched WHERE place <= ? ORDER BY asked_at NULLS FIRST, number";

    private static final String UPDATE = "UPDATE pool_block SET state = ?, confirmations = ?, required = ?,"
            + " final_reward = CASE WHEN ? THEN final_reward ELSE ? END, words = ?, asked_at = ?,"
            + " known_at = CASE WHEN ? THEN ? ELSE known_at END WHERE number = ? AND state = ?";

    private final DataSource database;

    OpenBlocks(DataSource database) {
        this.database = database;
    }

    /** Undecided ones and those not asked about for long before others; decided ones only while they are watched. */
    List<OpenBlock> list(ConfirmingTerms terms, Instant now) throws SQLException {
        List<OpenBlock> blocks = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setObject(1, now.minus(terms.orphanWatch()).atOffset(ZoneOffset.UTC));
            list.setObject(2, now.minus(terms.matureWatch()).atOffset(ZoneOffset.UTC));
            list.setInt(3, terms.mostBlocks());
            try (ResultSet row = list.executeQuery()) {
                while (row.next()) {
                    blocks.add(block(row));
                }
            }
        }
        return blocks;
    }

    /** The block as it was found, to be given to the node again. */
    SealedBlock sealed(OpenBlock block) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT bytes FROM pool_block WHERE number = ?")) {
            select.setLong(1, block.number());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SealedBlock(block.ref(), Octets.of(row.getBytes(1)), Optional.empty());
            }
        }
    }

    /** Writes nothing if the block is not any more what it was when the chain was asked. */
    void write(OpenBlock block, Finding finding, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, finding.state().name());
            update.setLong(2, finding.confirmations());
            update.setLong(3, finding.required());
            update.setBoolean(4, finding.keepsReward(block));
            setReward(update, finding.finalReward());
            update.setString(6, finding.words());
            update.setObject(7, at);
            update.setBoolean(8, finding.known());
            update.setObject(9, at);
            update.setLong(10, block.number());
            update.setString(11, block.state().name());
            update.executeUpdate();
        }
    }

    private static void setReward(PreparedStatement update, Optional<BigInteger> reward) throws SQLException {
        if (reward.isPresent()) {
            update.setBigDecimal(5, new BigDecimal(reward.get()));
        } else {
            update.setNull(5, Types.NUMERIC);
        }
    }

    private static OpenBlock block(ResultSet row) throws SQLException {
        return new OpenBlock(
                row.getLong("number"),
                new PoolName(row.getString("pool")),
                new BlockRef(row.getLong("height"), row.getString("block_id")),
                BlockState.valueOf(row.getString("state")),
                row.getTimestamp("found_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("asked_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("known_at")).map(Timestamp::toInstant),
                row.getLong("confirmations"),
                row.getLong("required"));
    }
}
