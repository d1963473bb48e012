package org.motherlode.ejb.block;

import io.micrometer.core.instrument.Tags;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.model.block.BlockState;

/** How many blocks are in each state, of all pools; looked up now and then, answered from memory. */
final class BlockCounts {
    private static final Logger LOG = Logger.getLogger(BlockCounts.class);

    private final DataSource database;
    private final Map<BlockState, AtomicLong> counts = new EnumMap<>(BlockState.class);
    private final AtomicLong losses = new AtomicLong();

    BlockCounts(DataSource database) {
        this.database = database;
        for (BlockState state : BlockState.values()) {
            counts.put(state, new AtomicLong());
        }
    }

    void refresh() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT state, count(*) FROM pool_block GROUP BY state");
                PreparedStatement selectLosses = connection.prepareStatement("SELECT count(*) FROM block_loss");
                ResultSet row = select.executeQuery();
                ResultSet lost = selectLosses.executeQuery()) {
            Map<BlockState, Long> found = new EnumMap<>(BlockState.class);
            while (row.next()) {
                found.put(BlockState.valueOf(row.getString(1)), row.getLong(2));
            }
            counts.forEach((state, count) -> count.set(found.getOrDefault(state, 0L)));
            lost.next();
            losses.set(lost.getLong(1));
        } catch (SQLException e) {
            LOG.debugf("blocks could not be counted: %s", e.getMessage());
        }
    }

    /** Blocks by state, and how often a block was orphaned after it had matured. */
    void register(Meters meters) {
        counts.forEach(
                (state, count) -> meters.gauge("motherlode.blocks", Tags.of("state", state.name()), () -> count));
        meters.gauge("motherlode.blocks.lost", Tags.empty(), () -> losses);
    }
}
