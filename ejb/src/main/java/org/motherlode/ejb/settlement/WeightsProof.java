package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.pool.PoolName;

/**
 * Sums the shares of a block's window once more, one by one and by none of the sums that are kept, and compares with the weights
 * that were frozen. Shares that came after the freeze give others; they are an explanation where a dead letter that was given up,
 * or a node that was retired or came later, accounts for all of the difference (docs/settlement.md, "Do it again").
 */
public final class WeightsProof {
    private static final String SHARE = "(s.accepted_at, s.node, s.epoch, s.sequence)";
    private static final String EDGE = "(e.edge_accepted_at, e.edge_node, e.edge_epoch, e.edge_sequence)";
    private static final String LAST = "(e.last_accepted_at, e.last_node, e.last_epoch, e.last_sequence)";
    private static final String CAME_LATE = "(EXISTS (SELECT FROM pool_node n WHERE n.node = s.node"
            + " AND (n.retired OR n.known_at > e.frozen_at)) OR EXISTS (SELECT FROM dead_letter d"
            + " WHERE d.queue = 'shares' AND d.ended = 'GIVEN UP' AND d.ended_at <= e.frozen_at AND (d.node IS NULL"
            + " OR (d.node, d.epoch) = (s.node, s.epoch) AND s.sequence BETWEEN d.first_sequence AND d.last_sequence)))";
    private static final String PART =
            "CASE WHEN " + SHARE + " = " + EDGE + " THEN e.edge_counted ELSE s.difficulty END";
    private static final String WINDOW = " FROM block_settlement e JOIN pool_share s ON s.pool = e.pool"
            + " AND s.accepted_at >= e.edge_accepted_at AND s.accepted_at <= e.last_accepted_at"
            + " AND " + SHARE + " >= " + EDGE + " AND " + SHARE + " <= " + LAST + " WHERE e.block = ? GROUP BY s.miner";
    private static final String ALL = "SELECT s.miner, sum(" + PART + ") AS weight" + WINDOW;
    private static final String CERTAIN =
            "SELECT s.miner, coalesce(sum(" + PART + ") FILTER (WHERE NOT " + CAME_LATE + "), 0) AS weight" + WINDOW;
    /** A share that an unfilled window, or a round, should have had beyond its oldest one. */
    private static final String BEYOND = "SELECT s.miner, " + CAME_LATE + " AS late FROM block_settlement e"
            + " LEFT JOIN pool_block p ON p.number = e.previous_block JOIN LATERAL (SELECT s.* FROM pool_share s"
            + " WHERE s.pool = e.pool AND s.accepted_at <= coalesce(e.edge_accepted_at, e.last_accepted_at)"
            + " AND CASE WHEN e.edge_accepted_at IS NULL THEN " + SHARE + " <= " + LAST + " ELSE " + SHARE + " < "
            + EDGE
            + " END AND (p.number IS NULL OR s.accepted_at >= p.found_at AND " + SHARE
            + " > (p.found_at, p.watermark_node, p.watermark_epoch, p.watermark_sequence))"
            + " ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC LIMIT 1) s ON true"
            + " WHERE e.block = ? AND (e.scheme = 'PROP' OR e.scheme = 'PPLNS' AND e.filled < e.size)";

    private static final String KEPT =
            "SELECT e.edge_accepted_at IS NULL OR EXISTS (SELECT FROM pool_share s WHERE " + SHARE
                    + " = " + EDGE + ") AS edge, to_regclass('motherlode.pool_share_'"
                    + " || to_char(e.edge_accepted_at AT TIME ZONE 'UTC', 'YYYYMMDD')) IS NOT NULL AS day, e.scheme, b.finder"
                    + " FROM block_settlement e JOIN pool_block b ON b.number = e.block WHERE e.block = ?";

    private final Database database;

    public WeightsProof(Database database) {
        this.database = database;
    }

    /** How the shares compare. */
    public enum Likeness {
        /** They give the frozen weights. */
        SAME,
        /** They were dropped with their day. */
        NOT_KEPT,
        /** They give others, and rows say why. */
        EXPLAINED,
        /** They give others. */
        DIFFERENT
    }

    /**
     * What a look at a block's shares found.
     *
     * @param words what differs; empty if nothing does
     */
    public record Finding(Likeness likeness, String words) {}

    private record Kept(boolean edge, boolean day, String scheme, String finder) {}

    public Finding of(long block) {
        Optional<Kept> found = database.first(
                KEPT,
                row -> new Kept(
                        row.getBoolean("edge"),
                        row.getBoolean("day"),
                        row.getString("scheme"),
                        row.getString("finder")),
                block);
        if (found.isEmpty()) {
            return new Finding(Likeness.DIFFERENT, "block " + block + ": its frozen window is gone");
        }
        Kept kept = found.get();
        if (!kept.edge()) {
            return kept.day()
                    ? new Finding(Likeness.DIFFERENT, "block " + block + ": the oldest share of its window is gone")
                    : new Finding(Likeness.NOT_KEPT, "");
        }
        SortedMap<String, BigInteger> frozen = weights("SELECT owner, weight FROM block_weight WHERE block = ?", block);
        if (kept.scheme().equals("SOLO")) {
            return difference(block, new TreeMap<>(Map.of(kept.finder(), BigInteger.ONE)), frozen)
                    .map(words -> new Finding(Likeness.DIFFERENT, words))
                    .orElse(new Finding(Likeness.SAME, ""));
        }
        return finding(block, weights(ALL, block), frozen);
    }

    private Finding finding(long block, SortedMap<String, BigInteger> shares, SortedMap<String, BigInteger> frozen) {
        Optional<Boolean> beyond = database.first(BEYOND, row -> row.getBoolean("late"), block);
        Optional<String> different = difference(block, shares, frozen);
        if (different.isEmpty() && beyond.isEmpty()) {
            return new Finding(Likeness.SAME, "");
        }
        String words = different.orElse("block " + block + ": a share beyond its oldest one belongs to its window");
        boolean explained = beyond.orElse(true) && isBetween(weights(CERTAIN, block), frozen, shares);
        return new Finding(explained ? Likeness.EXPLAINED : Likeness.DIFFERENT, words);
    }

    private static Optional<String> difference(
            long block, SortedMap<String, BigInteger> shares, SortedMap<String, BigInteger> frozen) {
        TreeSet<String> owners = new TreeSet<>(shares.keySet());
        owners.addAll(frozen.keySet());
        return owners.stream()
                .filter(owner -> !of(shares, owner).equals(of(frozen, owner)))
                .findFirst()
                .map(owner -> "block " + block + ": " + owner + " has " + of(shares, owner)
                        + " by the shares of its window, and " + of(frozen, owner)
                        + " by the weights that were frozen");
    }

    // What came late can only have added.
    private static boolean isBetween(
            SortedMap<String, BigInteger> certain,
            SortedMap<String, BigInteger> frozen,
            SortedMap<String, BigInteger> shares) {
        TreeSet<String> owners = new TreeSet<>(shares.keySet());
        owners.addAll(frozen.keySet());
        return owners.stream()
                .allMatch(owner -> of(certain, owner).compareTo(of(frozen, owner)) <= 0
                        && of(frozen, owner).compareTo(of(shares, owner)) <= 0);
    }

    private static BigInteger of(SortedMap<String, BigInteger> weights, String owner) {
        return weights.getOrDefault(owner, BigInteger.ZERO);
    }

    private SortedMap<String, BigInteger> weights(String sql, long block) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        database.list(sql, row -> weights.put(row.getString(1), Values.whole(row, "weight")), block);
        return weights;
    }

    /** A pool's blocks with a frozen window below this one, the newest first. */
    public List<Long> below(PoolName pool, long block, int most) {
        return database.list(
                "SELECT block FROM block_settlement WHERE pool = ? AND block < ? ORDER BY block DESC LIMIT ?",
                row -> row.getLong("block"),
                pool.text(),
                block,
                most);
    }
}
