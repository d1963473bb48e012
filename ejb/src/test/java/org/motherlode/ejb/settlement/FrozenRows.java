package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.Map;
import org.motherlode.ejb.database.Database;

/** Writes windows down as if blocks had been settled by them. */
record FrozenRows(Database database) {
    void open(String pool) {
        database.change(
                "INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, window_percent, unfilled,"
                        + " fee_basis_points, finder_bonus_basis_points, donation_basis_points, actor, reason)"
                        + " VALUES (?, 1, 0, 'PPLNS', 200, 'SCALE', 100, 0, 0, 'test', 'test')",
                pool);
    }

    /** Of a new block of the same pool with the same share. */
    void add(BlockRow like, WindowSql.Edge edge, Map<String, BigInteger> weights) {
        long number = block(like);
        database.change(
                "INSERT INTO block_settlement (block, pool, terms_version, scheme, unit, size, filled, edge_accepted_at,"
                        + " edge_node, edge_epoch, edge_sequence, edge_counted, last_accepted_at, last_node, last_epoch,"
                        + " last_sequence, weights_sha256)"
                        + " VALUES (?, ?, 1, 'PPLNS', 'WORK', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
                number,
                like.pool().text(),
                edge.filled(),
                edge.filled(),
                edge.acceptedAt(),
                edge.number().node(),
                edge.number().epoch(),
                edge.number().sequence(),
                edge.counted(),
                like.foundAt(),
                like.watermark().node(),
                like.watermark().epoch(),
                like.watermark().sequence());
        database.changeAll(
                "INSERT INTO block_weight (block, owner, weight) VALUES (?, ?, ?)",
                weights.entrySet().stream()
                        .map(weight -> new Object[] {number, weight.getKey(), weight.getValue()})
                        .toList());
    }

    private long block(BlockRow like) {
        return database.first(
                        "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                                + " watermark_node, watermark_epoch, watermark_sequence, found_at, bytes) VALUES (?, 100,"
                                + " gen_random_uuid()::text, 'FOUND', 'amy', 'rig', 1, 'XMR', ?, ?, ?, ?, '') RETURNING number",
                        row -> row.getLong(1),
                        like.pool().text(),
                        like.watermark().node(),
                        like.watermark().epoch(),
                        like.watermark().sequence(),
                        like.foundAt())
                .orElseThrow();
    }
}
