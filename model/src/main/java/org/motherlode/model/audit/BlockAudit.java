package org.motherlode.model.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.share.ShareNumber;

/**
 * All of a block's audit but the owners' lines.
 *
 * @param division empty while no reward is known
 * @param settled whether settlement is done with the block: nothing changes any more unless the chain turns back
 */
public record BlockAudit(
        PoolName pool,
        ChainId chain,
        Asset asset,
        Block block,
        SchemeTerms terms,
        Window window,
        Optional<Division> division,
        boolean settled) {

    /** What the owners divide by weight. */
    public AuditLine.Shared shared() {
        return new AuditLine.Shared(division.map(Division::shared).orElse(BigInteger.ZERO), window.filled());
    }

    public BlockAudit with(Optional<Division> posted) {
        return new BlockAudit(pool, chain, asset, block, terms, window, posted, settled);
    }

    /**
     * The block, as the chain and the pool know it.
     *
     * @param id its number in the pool's database
     * @param difficulty of the network at that block
     * @param expected atoms, where the chain tells them before maturity
     * @param paid atoms, from maturity on
     */
    public record Block(
            long id,
            long height,
            String hash,
            BlockState state,
            String finder,
            Instant foundAt,
            BigInteger difficulty,
            Optional<BigInteger> expected,
            Optional<BigInteger> paid) {}

    /**
     * The frozen window.
     *
     * @param size what it holds at most, in units of difficulty
     * @param filled the sum of the weights
     * @param newest the share that it begins with: the block's own
     * @param oldest the share at its edge; empty if there was no share
     * @param owners how many there are
     * @param weightsSha256 the digest as it was kept when the window was frozen: {@link WeightsDigest}
     */
    public record Window(
            BigInteger size,
            BigInteger filled,
            Place newest,
            Optional<Edge> oldest,
            int owners,
            String weightsSha256) {}

    /** A share's place in the order of the pool's shares: acceptance time in whole microseconds, then number. */
    public record Place(Instant acceptedAt, ShareNumber number) {}

    /**
     * The oldest share of a window.
     *
     * @param counted how much of its difficulty still fits
     */
    public record Edge(Place place, BigInteger counted) {}

    /**
     * The division as the ledger has it, in atoms.
     *
     * @param event under which it was posted: {@code allot}, or {@code reallot} if it was posted anew at maturity
     */
    public record Division(String event, Standing standing, BigInteger reward, BigInteger fee, BigInteger carry) {
        /** What the owners divide. */
        BigInteger shared() {
            return reward.subtract(fee).subtract(carry);
        }
    }

    /** What became of the credits. */
    public enum Standing {
        /** Owed to the owners, not to be paid yet. */
        IMMATURE,
        /** The owners can be or were paid. */
        MATURE,
        /** Taken back: the block was orphaned before it matured. */
        REVERSED,
        /** The block was orphaned after it had matured: what was not paid was taken back, the rest is the pool's loss. */
        LOST
    }
}
