package org.motherlode.ejb.block;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.Store;
import org.motherlode.model.money.Money;
import org.motherlode.model.share.FoundBlock;

/** Writes found blocks into the database, each once: by pool and block id. */
final class BlockStore implements Store<BlockMessage> {
    private static final Logger LOG = Logger.getLogger(BlockStore.class);
    private static final String INSERT = "INSERT INTO pool_block (pool, height, block_id, state, finder, worker,"
            + " network_difficulty, asset, expected_reward, watermark_node, watermark_epoch, watermark_sequence, found_at,"
            + " bytes) VALUES (?, ?, ?, 'FOUND', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (pool, block_id) DO NOTHING RETURNING number";

    private final DataSource database;

    BlockStore(DataSource database) {
        this.database = database;
    }

    @Override
    public void store(List<BlockMessage> messages) throws SQLException {
        List<String> added = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (BlockMessage message : messages) {
                    insert(insert, message)
                            .ifPresent(number -> added.add(
                                    message.found().pool() + ": block number " + number + " is in the database"));
                }
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        }
        added.forEach(LOG::info);
    }

    private static Optional<Long> insert(PreparedStatement insert, BlockMessage message) throws SQLException {
        FoundBlock found = message.found();
        insert.setString(1, found.pool().text());
        insert.setLong(2, found.block().ref().height());
        insert.setString(3, found.block().ref().id());
        insert.setString(4, found.finder().text());
        insert.setString(5, found.worker().replace('\0', '\uFFFD')); // PostgreSQL's text has no NUL
        insert.setBigDecimal(6, new BigDecimal(found.networkDifficulty().value()));
        insert.setString(7, message.asset().code());
        Optional<Money> reward = found.block().reward();
        if (reward.isPresent()) {
            insert.setBigDecimal(8, new BigDecimal(reward.get().atoms()));
        } else {
            insert.setNull(8, Types.NUMERIC);
        }
        insert.setInt(9, found.watermark().node());
        insert.setLong(10, found.watermark().epoch());
        insert.setLong(11, found.watermark().sequence());
        insert.setObject(12, found.foundAt().atOffset(ZoneOffset.UTC));
        insert.setBytes(13, found.block().bytes().toBytes());
        try (ResultSet row = insert.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }
}
