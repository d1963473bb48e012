package org.motherlode.model.payout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/**
 * The payout rows. Each call is one short transaction of its own that moves the money and the state together, and demands
 * the fence of the pool's payout lock.
 */
public interface Payouts {
    PayoutTerms terms(PoolName pool);

    /** What each miner could be paid now; without those on hold, and those whose own threshold is above what they have. */
    Map<MinerAddress, Money> payable(PoolName pool);

    /** What left, or is on its way, within the last 24 hours. */
    DaySpending spent(PoolName pool);

    /** All that decides what is paid next. Reads only. */
    PayoutFacts facts(PoolName pool);

    /**
     * Batches that are not at an end, oldest first. At most one of a pool that is on its way, and one that waits for its
     * release.
     */
    List<PayoutBatch> open(PoolName pool);

    /**
     * Why nothing may be reserved now by the pool's books: they contradict themselves, or have not all been checked yet. Empty
     * if they are right. Bounded in time; what is not checked by then the next call goes on with.
     */
    Optional<String> wrongBooks(PoolName pool);

    /**
     * Moves payable to reserved. What is above a {@linkplain PayoutLimits#needsRelease bound} waits from then on. Throws if a
     * batch of this pool is open, or waits likewise, if a part is below its miner's own threshold or its miner on hold, or if
     * what goes by itself does not fit into the day's rest.
     */
    PayoutBatch reserve(Fence fence, PoolName pool, PaymentOrder order);

    /** Lets a payout that was released go on its way. Throws unless two different persons have released it. */
    PayoutBatch begin(Fence fence, PayoutBatch batch);

    /**
     * Keeps what a person said about a payout that waits. A refusal gives its money back and holds its miners. Throws if it
     * waits for nobody, or if the same person has released it already.
     */
    PayoutBatch judged(Fence fence, PayoutBatch batch, PayoutRelease release);

    /** Keeps what a dry run found, in place of what the one before did. */
    void tried(PoolName pool, PayoutOutlook outlook);

    /**
     * Keeps the transaction, from which moment on it may be sent. It is not kept, and the money is payable again, where a miner
     * of the batch is on hold or wants more to have come together: then the batch that is given back is released.
     */
    PayoutBatch prepared(Fence fence, PayoutBatch batch, PreparedPayment payment);

    PayoutBatch sent(Fence fence, PayoutBatch batch);

    /** Posts reserved to wallet and the network's fee, and ends the batch. */
    PayoutBatch confirmed(Fence fence, PayoutBatch batch);

    /** Gives the reserved money back; only for what provably was never and will never be paid. */
    PayoutBatch released(Fence fence, PayoutBatch batch, String why);

    PayoutBatch review(Fence fence, PayoutBatch batch, String why);

    /** What the wallet refused lately; it decides how soon it is asked again. */
    Refusals refusals(PoolName pool);

    /**
     * Takes a payout out of review, or into it, as a person decided, and keeps the decision. Throws if the decision {@linkplain
     * PayoutDecision.Kind#isFor is not for} its state.
     */
    PayoutBatch decided(Fence fence, PayoutBatch batch, PayoutDecision decision);

    /** Keeps what went wrong last, for the operator's eyes. */
    void note(PayoutBatch batch, String words);
}
