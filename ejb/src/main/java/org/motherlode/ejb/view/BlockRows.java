package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.BlockView;

/** The blocks of a pool. */
final class BlockRows {
    private final Reads reads;
    private final Queries queries;

    BlockRows(Reads reads, Queries queries) {
        this.reads = reads;
        this.queries = queries;
    }

    /** Newest first, without effort. */
    List<BlockView> newest(PoolName pool, Asset asset, int limit, int offset) {
        Question page = Question.of(BlockEntity.NEWEST, pool).page(limit, offset);
        return queries.list(BlockEntity.class, page).stream()
                .map(row -> block(row, asset))
                .toList();
    }

    BlockTotals totals(PoolName pool, Instant today) {
        return queries.one(
                BlockTotals.class, Question.of(BlockEntity.TOTALS, Map.of("pool", pool.text(), "since", today)));
    }

    /** How many a miner found, without orphans. */
    long foundBy(MinerKey miner) {
        return queries.one(Long.class, Question.of(BlockEntity.FOUND_BY, miner));
    }

    /** The work from the block before it up to this block's own share, and whether no more of it can come. */
    RoundWork round(long block) {
        return reads.one(
                "SELECT b.network_difficulty, block_is_complete(b) AS complete, (SELECT sum(w.weight)"
                        + " FROM window_weights(b.pool, coalesce(p.found_at, timestamptz 'epoch'),"
                        + " coalesce(p.watermark_node, 0::smallint), coalesce(p.watermark_epoch, 0),"
                        + " coalesce(p.watermark_sequence, 0), b.found_at, b.watermark_node, b.watermark_epoch,"
                        + " b.watermark_sequence) w) AS work"
                        + " FROM pool_block b LEFT JOIN LATERAL (SELECT * FROM pool_block q WHERE q.pool = b.pool"
                        + " AND (q.found_at, q.number) < (b.found_at, b.number)"
                        + " ORDER BY q.found_at DESC, q.number DESC LIMIT 1) p ON true WHERE b.number = ?",
                row -> new RoundWork(
                        Columns.sum(row, "work"), Values.whole(row, "network_difficulty"), row.getBoolean("complete")),
                block);
    }

    private static BlockView block(BlockEntity row, Asset asset) {
        Optional<BigInteger> reward =
                Optional.ofNullable(row.finalReward).or(() -> Optional.ofNullable(row.expectedReward));
        return new BlockView(
                row.number,
                row.height,
                row.blockId,
                row.state,
                reward.map(atoms -> new Money(atoms, asset)),
                row.finder,
                row.worker,
                row.networkDifficulty,
                Optional.empty(),
                row.confirmations,
                row.required,
                row.foundAt);
    }
}
