package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.BlockView;

/** The blocks of a pool. */
final class BlockRows {
    private static final String COLUMNS = "SELECT number, height, block_id, state, finder, worker, network_difficulty,"
            + " coalesce(final_reward, expected_reward) AS reward, confirmations, required, found_at FROM pool_block";

    private final Reads reads;

    BlockRows(Reads reads) {
        this.reads = reads;
    }

    /** Newest first, without effort. */
    List<BlockView> newest(PoolName pool, Asset asset, int limit, int offset) {
        return reads.list(
                COLUMNS + " WHERE pool = ? ORDER BY found_at DESC, number DESC LIMIT ? OFFSET ?",
                row -> block(row, asset),
                pool.text(),
                limit,
                offset);
    }

    BlockTotals totals(PoolName pool, Instant today) {
        return reads.one(
                "SELECT count(*) FILTER (WHERE state <> 'ORPHANED') AS found,"
                        + " count(*) FILTER (WHERE state <> 'ORPHANED' AND found_at > ?) AS today,"
                        + " max(found_at) AS last FROM pool_block WHERE pool = ?",
                row -> new BlockTotals(row.getLong("found"), row.getLong("today"), Columns.maybeTime(row, "last")),
                today,
                pool.text());
    }

    /** How many a miner found, without orphans. */
    long foundBy(MinerKey miner) {
        return reads.one(
                "SELECT count(*) AS found FROM pool_block WHERE pool = ? AND finder = ? AND state <> 'ORPHANED'",
                row -> row.getLong("found"),
                miner.pool().text(),
                miner.address());
    }

    /** The work from the block before it up to this block's own share, and whether no more of it can come. */
    RoundWork round(long block) {
        return reads.one(
                "SELECT b.network_difficulty, block_is_complete(b) AS complete, (SELECT sum(s.difficulty)"
                        + " FROM pool_share s WHERE s.pool = b.pool AND s.accepted_at <= b.found_at"
                        + " AND s.accepted_at >= coalesce(p.found_at, '-infinity')"
                        + " AND (s.accepted_at, s.node, s.epoch, s.sequence)"
                        + " <= (b.found_at, b.watermark_node, b.watermark_epoch, b.watermark_sequence)"
                        + " AND (s.accepted_at, s.node, s.epoch, s.sequence)"
                        + " > (coalesce(p.found_at, '-infinity'), coalesce(p.watermark_node, 0::smallint),"
                        + " coalesce(p.watermark_epoch, 0), coalesce(p.watermark_sequence, 0))) AS work"
                        + " FROM pool_block b LEFT JOIN LATERAL (SELECT * FROM pool_block q WHERE q.pool = b.pool"
                        + " AND (q.found_at, q.number) < (b.found_at, b.number)"
                        + " ORDER BY q.found_at DESC, q.number DESC LIMIT 1) p ON true WHERE b.number = ?",
                row -> new RoundWork(
                        Columns.sum(row, "work"), Values.whole(row, "network_difficulty"), row.getBoolean("complete")),
                block);
    }

    private static BlockView block(ResultSet row, Asset asset) throws SQLException {
        Optional<BigInteger> reward = Values.maybeWhole(row, "reward");
        return new BlockView(
                row.getLong("number"),
                row.getLong("height"),
                row.getString("block_id"),
                BlockState.valueOf(row.getString("state")),
                reward.map(atoms -> new Money(atoms, asset)),
                row.getString("finder"),
                row.getString("worker"),
                Values.whole(row, "network_difficulty"),
                Optional.empty(),
                row.getLong("confirmations"),
                row.getLong("required"),
                Values.instant(row, "found_at"));
    }
}
