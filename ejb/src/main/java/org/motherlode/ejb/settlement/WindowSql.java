package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.share.ShareNumber;

/**
 * A block's window of so much work, read from the shares: newest first in the order of acceptance time, node, epoch and
 * sequence, beginning with the block's own share; of the oldest only the part that still fits. Most of it by the sums of ten
 * minutes.
 */
final class WindowSql {
    private static final String EDGE = "SELECT * FROM window_edge(?, ?, ?::smallint, ?, ?, ?)";
    private static final String WEIGHTS = "SELECT * FROM window_weights(?, ?, ?::smallint, ?, ?, ?, ?::smallint, ?, ?)";
    private static final String EDGE_MINER = "SELECT s.miner FROM pool_share s"
            + " WHERE s.pool = ? AND (s.accepted_at, s.node, s.epoch, s.sequence) = (?, ?, ?, ?)";

    private final Database database;

    WindowSql(Database database) {
        this.database = database;
    }

    /** The oldest share of a window, how much of its difficulty counts, and the work of the window with it. */
    record Edge(Instant acceptedAt, ShareNumber number, BigInteger counted, BigInteger filled) {
        private static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::acceptedAt).thenComparing(Edge::number);

        /** In the order of a pool's shares. */
        boolean isBefore(Edge other) {
            return ORDER.compare(this, other) < 0;
        }
    }

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

    /** Empty columns are no share. */
    static Optional<Edge> readEdge(ResultSet row) throws SQLException {
        Optional<BigInteger> counted = Values.maybeWhole(row, "counted");
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        ShareNumber number = new ShareNumber(row.getInt("node"), row.getLong("epoch"), row.getLong("sequence"));
        return Optional.of(
                new Edge(Values.instant(row, "accepted_at"), number, counted.get(), Values.whole(row, "filled")));
    }

    /** What each miner has in the shares from the edge to the block's own. */
    SortedMap<String, BigInteger> weights(BlockRow block, Edge edge) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        String pool = block.pool().text();
        ShareNumber first = edge.number();
        ShareNumber last = block.watermark();
        database.list(
                WEIGHTS,
                row -> weights.put(row.getString("miner"), Values.whole(row, "weight")),
                pool,
                edge.acceptedAt(),
                first.node(),
                first.epoch(),
                first.sequence(),
                block.foundAt(),
                last.node(),
                last.epoch(),
                last.sequence());
        weights.merge(miner(pool, edge).orElseThrow(), edge.counted(), BigInteger::add);
        requireSame(block, edge, weights);
        return weights;
    }

    /** Whose share it is; empty if it is gone with its day. */
    Optional<String> miner(String pool, Edge edge) {
        ShareNumber number = edge.number();
        return database.first(
                EDGE_MINER,
                row -> row.getString("miner"),
                pool,
                edge.acceptedAt(),
                number.node(),
                number.epoch(),
                number.sequence());
    }

    // The two are summed by different means. A share that was stored in between is seen by one of them only.
    private static void requireSame(BlockRow block, Edge edge, SortedMap<String, BigInteger> weights) {
        BigInteger byMiner = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (!edge.filled().equals(byMiner)) {
            throw new IllegalStateException("the window of block " + block.number() + " of " + block.pool() + " has "
                    + byMiner + " by miner and " + edge.filled()
                    + " by time: shares came in between, or share_slice_miner is not what share_slice is");
        }
    }
}
