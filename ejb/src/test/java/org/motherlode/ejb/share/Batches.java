package org.motherlode.ejb.share;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** Batches of one life of a node: share n is accepted n seconds after noon, a batch closes with its last share. */
record Batches(int node, long epoch, long previousEpoch) {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final PoolName POOL = new PoolName("monero");
    static final MinerAddress AMY = new MinerAddress("amy");

    /** Shares {@code first} to {@code last}. */
    ShareBatch of(long first, long last) {
        List<AcceptedShare> shares =
                LongStream.rangeClosed(first, last).mapToObj(this::share).toList();
        return batch(last, at(last), shares, List.of());
    }

    /** Nothing was accepted beyond {@code last} until so many seconds after noon. */
    ShareBatch signOfLife(long last, long seconds) {
        return batch(last, at(seconds), List.of(), List.of());
    }

    ShareBatch refusing(long last, long count) {
        RefusedCount refused = new RefusedCount(POOL, AMY, "rig\0", ShareRefusal.STALE, count);
        return batch(last, at(last), List.of(), List.of(refused));
    }

    static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    AcceptedShare share(long sequence) {
        return new AcceptedShare(
                new ShareNumber(node, epoch, sequence),
                POOL,
                AMY,
                "rig\t\\\0\n",
                Difficulty.of(1000),
                42,
                at(sequence),
                Hash.ofHex("ab".repeat(32)));
    }

    private ShareBatch batch(long last, Instant closedAt, List<AcceptedShare> shares, List<RefusedCount> refused) {
        return new ShareBatch(UUID.randomUUID(), node, epoch, previousEpoch, last, closedAt, shares, refused);
    }
}
