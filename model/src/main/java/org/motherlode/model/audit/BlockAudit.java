package org.motherlode.model.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
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
        return new AuditLine.Shared(division.map(Division::shared).orElse(BigInteger.ZERO), window.weight());
    }

    public BlockAudit with(Optional<Division> posted) {
        return new BlockAudit(pool, chain, asset, block, terms, window, posted, settled);
    }

    /** With so many lines. */
    public BlockAudit with(int owners) {
        Window counted = new Window(
                window.extent(), window.weight(), window.newest(), window.oldest(), owners, window.weightsSha256());
        return new BlockAudit(pool, chain, asset, block, terms, counted, division, settled);
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
     * @param weight the sum of the weights
     * @param newest the share that it begins with: the block's own
     * @param oldest the share at its edge; empty if there was no share, or none is needed
     * @param owners how many lines there are: also of those who have no weight, and got a bonus or a donation
     * @param weightsSha256 the digest as it was kept when the window was frozen: {@link WeightsDigest}
     */
    public record Window(
            Extent extent, BigInteger weight, Place newest, Optional<Edge> oldest, int owners, String weightsSha256) {}

    /**
     * How far a window goes back.
     *
     * @param unit what size and filled are numbers of
     * @param size what it holds at most
     * @param filled what it holds
     * @param previous the block that ended the round before; empty if there was none, or there are no rounds
     */
    public record Extent(Unit unit, BigInteger size, BigInteger filled, Optional<Previous> previous) {}

    /** What a window is measured in; weights are work in any case. */
    public enum Unit {
        WORK,
        SHARES
    }

    /**
     * The block that ended the round before.
     *
     * @param place of its share
     */
    public record Previous(long block, Place place) {}

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
     * @param gifts parts of credits that are not divided
     */
    public record Division(
            String event, Standing standing, BigInteger reward, BigInteger fee, BigInteger carry, Gifts gifts) {
        /** What the owners divide by weight. */
        BigInteger shared() {
            return reward.subtract(fee)
                    .subtract(gifts.donation())
                    .subtract(gifts.bonus())
                    .subtract(carry);
        }
    }

    /**
     * What the terms give to one address beside the division, in atoms. The ledger posts it in one sum with the rest of an
     * owner's credit, so it is worked out from the terms.
     *
     * @param bonus the finder's
     */
    public record Gifts(BigInteger donation, BigInteger bonus) {
        public static Gifts of(Money reward, SchemeTerms terms) {
            Money donation =
                    terms.donation().map(gift -> gift.part().of(reward)).orElse(Money.zero(reward.asset()));
            Money net = reward.minus(terms.fee().of(reward)).minus(donation);
            return new Gifts(
                    donation.atoms(), terms.scheme().finderBonus().of(net).atoms());
        }

        /** What of it an owner gets. */
        public BigInteger to(String owner, String finder, SchemeTerms terms) {
            BigInteger his = owner.equals(finder) ? bonus : BigInteger.ZERO;
            return terms.donation()
                    .filter(gift -> gift.to().text().equals(owner))
                    .map(gift -> his.add(donation))
                    .orElse(his);
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
