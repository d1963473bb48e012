package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.SortedMap;
import org.motherlode.model.reward.Allotment;

/**
 * What became of a matured block's money when the block was orphaned after all. Fixed as the loss begins.
 *
 * @param round of the maturity that is undone, from 1
 * @param allotment of the reward that had matured
 * @param recalled atoms by miner that can be taken back: the block's credit, or what the miner is still to be paid if that
 *     is less
 * @param capital atoms by which the books' wallet was short of the reward: it can only have paid with the operator's coins
 */
record Loss(int round, Allotment allotment, SortedMap<String, BigInteger> recalled, BigInteger capital) {

    /** What the miners were paid: the pool bears it. */
    BigInteger lost() {
        BigInteger credits = sum(allotment.credits());
        return credits.subtract(sum(recalled));
    }

    /** The fee, the carry and what miners were not paid. */
    BigInteger takenBack() {
        return allotment.reward().atoms().subtract(lost());
    }

    private static BigInteger sum(SortedMap<String, BigInteger> atoms) {
        return atoms.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
