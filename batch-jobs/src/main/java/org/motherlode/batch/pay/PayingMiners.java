package org.motherlode.batch.pay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutPlan;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.PoolName;

/**
 * Pays one pool's miners. All that it knows it reads from the rows, so it can be dropped between any two steps and be
 * begun anew. What the wallet answers decides nothing; what the chain says of the stored transaction does.
 */
final class PayingMiners {
    private static final Logger LOG = Logger.getLogger(PayingMiners.class);

    private static final int PAID_ALONE_FROM = 2;

    private final PoolName pool;
    private final Payouts payouts;
    private final Wallet wallet;
    private final Fence fence;
    private final Patience patience;

    PayingMiners(PoolName pool, Payouts payouts, Wallet wallet, Fence fence, Patience patience) {
        this.pool = pool;
        this.payouts = payouts;
        this.wallet = wallet;
        this.fence = fence;
        this.patience = patience;
    }

    /** Asks the chain what became of what may have been sent. */
    void resolve() {
        for (PayoutBatch batch : payouts.open(pool)) {
            if (batch.state() == PayoutState.PREPARED || batch.state() == PayoutState.SENT) {
                askChain(batch);
            }
        }
    }

    /** Reserves the next order, if no payout is open and the wallet can pay it. */
    void reserve() {
        PayoutTerms terms = payouts.terms(pool);
        if (terms.paused() || !payouts.open(pool).isEmpty()) {
            return;
        }
        List<PaymentOrder> orders = orders(terms, payouts.refusals(pool));
        if (orders.isEmpty()) {
            return;
        }
        WalletCondition condition = wallet.condition();
        if (!condition.ready()) {
            LOG.infof("%s: no payout now: %s", pool, condition.words());
            return;
        }
        Optional<PaymentOrder> next = orders.stream()
                .filter(order -> order.total().compareTo(condition.spendable()) <= 0)
                .findFirst();
        next.ifPresentOrElse(this::reserve, () -> LOG.infof("%s: no payout now: %s", pool, condition.words()));
    }

    private void reserve(PaymentOrder order) {
        payouts.wrongBooks(pool)
                .ifPresentOrElse(
                        words -> LOG.errorf("%s: no payout, for the books do not allow it: %s", pool, words),
                        () -> payouts.reserve(fence, pool, order));
    }

    /**
     * Who was in refused payouts waits, and is paid alone from the second time on: so one address that the wallet dislikes
     * does not keep the money from the others.
     */
    private List<PaymentOrder> orders(PayoutTerms terms, Refusals refusals) {
        if (!patience.isOver(refusals.inARow())) {
            return List.of();
        }
        Map<MinerAddress, Money> payable = new TreeMap<>(payouts.payable(pool));
        payable.keySet().removeIf(miner -> !patience.isOver(refusals.of(miner)));
        int most = Math.min(terms.mostReceivers(), wallet.mostReceivers());
        return PayoutPlan.of(
                payable,
                terms.threshold(),
                most,
                miner -> refusals.of(miner).times() >= PAID_ALONE_FROM || wallet.isPaidAlone(miner));
    }

    /** Has the wallet sign what is reserved. A transaction that was signed before and not stored was never sent. */
    void prepare() {
        for (PayoutBatch batch : payouts.open(pool)) {
            if (batch.state() == PayoutState.RESERVED) {
                sign(batch);
            }
        }
    }

    private void sign(PayoutBatch batch) {
        try {
            PreparedPayment payment = wallet.prepare(batch.order());
            requireCheap(batch, payment);
            payouts.prepared(fence, batch, payment);
        } catch (NodeUnavailableException e) {
            // Stays reserved: the next run tries the same order again.
            note(batch, e);
        } catch (PaymentRefusedException e) {
            // Asking at once for the same is vain; a later order knows newer balances, terms and holds.
            String words = String.valueOf(e.getMessage());
            LOG.warnf("%s: payout %d is released, it is refused: %s", pool, batch.number(), words);
            payouts.released(fence, batch, words);
        }
    }

    /** What is dear was signed and is forgotten: nothing of it was stored, and only what is stored is sent. */
    private void requireCheap(PayoutBatch batch, PreparedPayment payment) throws PaymentRefusedException {
        Money most = payouts.terms(pool).mostFee().of(batch.order().total());
        if (payment.fee().compareTo(most) > 0) {
            throw new PaymentRefusedException("the network's fee would be "
                    + payment.fee().display() + ", and payout.network-fee-basis-points allows " + most.display()
                    + " of this payout: ask whether the wallet's node is to be trusted, or raise that setting");
        }
    }

    /** Hands to the network what the chain does not know; sending the same transaction again is harmless. */
    void send() {
        for (PayoutBatch batch : payouts.open(pool)) {
            if (batch.state() == PayoutState.PREPARED || batch.state() == PayoutState.SENT) {
                sendIfUnseen(batch, prepared(batch));
            }
        }
    }

    private void sendIfUnseen(PayoutBatch batch, PreparedPayment payment) {
        try {
            if (wallet.fate(payment).fold(new IsUnseen())) {
                wallet.send(payment);
            }
        } catch (NodeUnavailableException e) {
            // It may have been sent all the same: the chain tells, in this run's last step or in the next run.
            note(batch, e);
        }
    }

    private void askChain(PayoutBatch batch) {
        try {
            wallet.fate(prepared(batch)).fold(new Resolution(payouts, fence, batch));
        } catch (NodeUnavailableException e) {
            note(batch, e);
        }
    }

    private void note(PayoutBatch batch, Exception e) {
        String words = String.valueOf(e.getMessage());
        LOG.warnf("%s: payout %d stays %s: %s", pool, batch.number(), batch.state(), words);
        payouts.note(batch, words);
    }

    private static PreparedPayment prepared(PayoutBatch batch) {
        return batch.prepared()
                .orElseThrow(() -> new IllegalStateException("payout " + batch.number() + " has no transaction"));
    }
}
