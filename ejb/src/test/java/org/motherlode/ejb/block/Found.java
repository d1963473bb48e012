package org.motherlode.ejb.block;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A block that Amy found at noon. */
final class Found {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Found() {}

    static FoundBlock block(Optional<Money> reward) {
        return block(FakeNode.POOL, "beef", reward);
    }

    private static FoundBlock block(PoolName pool, String id, Optional<Money> reward) {
        SealedBlock sealed = new SealedBlock(new BlockRef(77, id), Octets.ofHex("0a0b0c"), reward);
        return new FoundBlock(
                pool, new ShareNumber(1, 7, 9), NOON, new MinerAddress("amy"), "rig", Difficulty.of(100_000), sealed);
    }

    static BlockMessage message() {
        return message(FakeNode.POOL);
    }

    static BlockMessage message(PoolName pool) {
        return new BlockMessage(block(pool, "beef", Optional.of(Money.ofAtoms(600, FakeNode.COIN))), FakeNode.COIN);
    }

    static BlockMessage named(String id) {
        return new BlockMessage(block(FakeNode.POOL, id, Optional.empty()), FakeNode.COIN);
    }

    /** No text of PostgreSQL has a zero character. */
    static BlockMessage unstorable() {
        return new BlockMessage(block(FakeNode.POOL, "\0", Optional.empty()), FakeNode.COIN);
    }
}
