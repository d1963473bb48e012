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

    /** What each miner could be paid now, holds left out. */
    Map<MinerAddress, Money> payable(PoolName pool);

    /** Batches that are not at an end, oldest first. At most one of a pool. */
    List<PayoutBatch> open(PoolName pool);

    /**
     * Why nothing may be reserved now by the pool's books: they contradict themselves, or have not all been checked yet. Empty
     * if they are right. Bounded in time; what is not checked by then the next call goes on with.
     */
    Optional<String> wrongBooks(PoolName pool);

    /** Moves payable to reserved. Throws if a batch of this pool is open. */
    PayoutBatch reserve(Fence fence, PoolName pool, PaymentOrder order);

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
