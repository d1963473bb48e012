package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.share.ShareNumber;

/**
 * A window made of one that the pool froze before: with what came since, and without what has left. So it costs what moved, and
 * not what the window holds. Shares that were stored after that freeze, as those of a node that had been away, would be missing:
 * nobody's weight can be too much then and somebody's is too little, which shows in the sum. That holds where no share is stored in
 * the window between the look for its edge and this one, which the caller must look at, and where none was removed.
 */
final class MovedWindow {
    private static final Logger LOG = Logger.getLogger(MovedWindow.class);
    private static final String BEFORE =
            "SELECT e.block, e.edge_accepted_at, e.edge_node, e.edge_epoch, e.edge_sequence,"
                    + " e.edge_counted, e.filled, e.last_accepted_at, e.last_node, e.last_epoch, e.last_sequence"
                    + " FROM block_settlement e WHERE e.pool = ? AND e.unit = 'WORK' AND e.edge_node IS NOT NULL"
                    + " AND (e.last_accepted_at, e.last_node, e.last_epoch, e.last_sequence)"
                    + " BETWEEN (?::timestamptz, ?::smallint, ?::bigint, ?::bigint)"
                    + " AND (?::timestamptz, ?::smallint, ?::bigint, ?::bigint)"
                    + " ORDER BY e.last_accepted_at DESC, e.last_node DESC, e.last_epoch DESC, e.last_sequence DESC LIMIT 1";
    private static final String WEIGHTS = "SELECT m.miner, sum(m.work) AS weight FROM ("
            + "SELECT w.owner AS miner, w.weight AS work FROM block_weight w WHERE w.block = ?"
            + " UNION ALL SELECT c.miner COLLATE \"C\", c.weight"
            + " FROM window_weights(?, ?, ?::smallint, ?, ?, ?, ?::smallint, ?, ?) c"
            + " UNION ALL SELECT l.miner COLLATE \"C\", ? * l.weight"
            + " FROM window_weights(?, ?, ?::smallint, ?, ?, ?, ?::smallint, ?, ?) l) m"
            + " GROUP BY m.miner HAVING sum(m.work) <> 0";

    private final Database database;
    private final WindowSql shares;

    MovedWindow(Database database, WindowSql shares) {
        this.database = database;
        this.shares = shares;
    }

    /** The window that was frozen before: from {@code edge} to the share {@code last}. */
    private record Before(long block, Edge edge, Instant lastAt, ShareNumber last) {
        static Before read(ResultSet row) throws SQLException {
            ShareNumber first =
                    new ShareNumber(row.getInt("edge_node"), row.getLong("edge_epoch"), row.getLong("edge_sequence"));
            ShareNumber last =
                    new ShareNumber(row.getInt("last_node"), row.getLong("last_epoch"), row.getLong("last_sequence"));
            Edge edge = new Edge(
                    Values.instant(row, "edge_accepted_at"),
                    first,
                    Values.whole(row, "edge_counted"),
                    Values.whole(row, "filled"));
            return new Before(row.getLong("block"), edge, Values.instant(row, "last_accepted_at"), last);
        }

        /** Whether most of a window is in this one too. */
        boolean holdsMostOf(Instant from, Instant to) {
            Duration moved = Duration.between(edge.acceptedAt(), from).abs().plus(Duration.between(lastAt, to));
            return moved.multipliedBy(2).compareTo(Duration.between(from, to)) < 0;
        }
    }

    /** What each miner has from the edge to the block's own share; empty if no earlier window holds most of just these shares. */
    Optional<SortedMap<String, BigInteger>> weights(BlockRow block, Edge edge) {
        return before(block, edge)
                .filter(before -> before.holdsMostOf(edge.acceptedAt(), block.foundAt()))
                .filter(before ->
                        shares.miner(block.pool().text(), before.edge()).isPresent())
                .map(before -> weights(block, edge, before))
                .filter(weights -> isWhole(block, weights, edge));
    }

    private static boolean isWhole(BlockRow block, SortedMap<String, BigInteger> weights, Edge edge) {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        boolean whole = sum.equals(edge.filled()) && weights.values().stream().allMatch(weight -> weight.signum() > 0);
        if (!whole) {
            LOG.infof(
                    "%s: shares came after an earlier window was frozen (%s of %s): the window of block %d is summed anew",
                    block.pool(), sum, edge.filled(), block.number());
        }
        return whole;
    }

    private Optional<Before> before(BlockRow block, Edge edge) {
        return database.first(
                BEFORE,
                Before::read,
                block.pool().text(),
                edge.acceptedAt(),
                edge.number().node(),
                edge.number().epoch(),
                edge.number().sequence(),
                block.foundAt(),
                block.watermark().node(),
                block.watermark().epoch(),
                block.watermark().sequence());
    }

    private SortedMap<String, BigInteger> weights(BlockRow block, Edge edge, Before before) {
        boolean left = before.edge().isBefore(edge);
        Edge older = left ? before.edge() : edge;
        Edge newer = left ? edge : before.edge();
        String pool = block.pool().text();
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        database.list(
                WEIGHTS,
                row -> weights.put(row.getString("miner"), Values.whole(row, "weight")),
                before.block(),
                pool,
                before.lastAt(),
                before.last().node(),
                before.last().epoch(),
                before.last().sequence(),
                block.foundAt(),
                block.watermark().node(),
                block.watermark().epoch(),
                block.watermark().sequence(),
                left ? -1 : 1,
                pool,
                older.acceptedAt(),
                older.number().node(),
                older.number().epoch(),
                older.number().sequence(),
                newer.acceptedAt(),
                newer.number().node(),
                newer.number().epoch(),
                newer.number().sequence());
        shares.miner(pool, before.edge())
                .ifPresent(miner -> add(weights, miner, before.edge().counted().negate()));
        shares.miner(pool, edge).ifPresent(miner -> add(weights, miner, edge.counted()));
        return weights;
    }

    private static void add(SortedMap<String, BigInteger> weights, String miner, BigInteger work) {
        BigInteger sum = weights.getOrDefault(miner, BigInteger.ZERO).add(work);
        if (sum.signum() == 0) {
            weights.remove(miner);
        } else {
            weights.put(miner, sum);
        }
    }
}
