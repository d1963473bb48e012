package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.reward.Window;
import org.motherlode.model.share.ShareNumber;

/**
 * A block's window, read from the shares: newest first in the order of acceptance time, node, epoch and sequence, beginning
 * with the block's own share; of the oldest only the part that still fits.
 */
final class WindowSql {
    private static final String EDGE = "SELECT * FROM window_edge(?, ?, ?::smallint, ?, ?, ?)";
    private static final String WEIGHTS = "SELECT s.miner, sum(s.difficulty) AS weight FROM pool_share s"
            + " WHERE s.pool = ? AND (s.accepted_at, s.node, s.epoch, s.sequence) > (?, ?, ?, ?)"
            + " AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (?, ?, ?, ?) GROUP BY s.miner";
    private static final String EDGE_MINER = "SELECT s.miner FROM pool_share s"
            + " WHERE s.pool = ? AND (s.accepted_at, s.node, s.epoch, s.sequence) = (?, ?, ?, ?)";

    private final Database database;

    WindowSql(Database database) {
        this.database = database;
    }

    /** The oldest share of a window and how much of its difficulty counts. */
    record Edge(Instant acceptedAt, ShareNumber number, BigInteger counted) {}

    /** Empty if there is no share at all. */
    Optional<Edge> edge(BlockRow block, BigInteger size) {
        return database.first(
                        EDGE,
                        WindowSql::readEdge,
                        block.pool().text(),
                        block.foundAt(),
                        block.watermark().node(),
                        block.watermark().epoch(),
                        block.watermark().sequence(),
                        size)
                .flatMap(edge -> edge);
    }

    private static Optional<Edge> readEdge(ResultSet row) throws SQLException {
        Optional<BigInteger> counted = Values.maybeWhole(row, "counted");
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        ShareNumber number = new ShareNumber(row.getInt("node"), row.getLong("epoch"), row.getLong("sequence"));
        return Optional.of(new Edge(Values.instant(row, "accepted_at"), number, counted.get()));
    }

    Window window(BlockRow block, Optional<Edge> edge, BigInteger size) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        edge.ifPresent(oldest -> {
            String pool = block.pool().text();
            ShareNumber first = oldest.number();
            ShareNumber last = block.watermark();
            String edgeMiner = database.first(
                            EDGE_MINER,
                            row -> row.getString("miner"),
                            pool,
                            oldest.acceptedAt(),
                            first.node(),
                            first.epoch(),
                            first.sequence())
                    .orElseThrow();
            database.list(
                    WEIGHTS,
                    row -> weights.put(row.getString("miner"), Values.whole(row, "weight")),
                    pool,
                    oldest.acceptedAt(),
                    first.node(),
                    first.epoch(),
                    first.sequence(),
                    block.foundAt(),
                    last.node(),
                    last.epoch(),
                    last.sequence());
            weights.merge(edgeMiner, oldest.counted(), BigInteger::add);
        });
        return Window.ofSums(weights, size);
    }
}
