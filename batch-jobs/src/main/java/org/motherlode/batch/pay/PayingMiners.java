package org.motherlode.batch.pay;

import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutLine;
import org.motherlode.model.payout.PayoutMeans;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.PayoutTurns;
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

    /**
     * Reserves the next order, if no payout is under way and the wallet can pay it; one that had to wait for two persons and has
     * been released goes on before that.
     */
    void reserve() {
        PayoutTerms terms = payouts.terms(pool);
        List<PayoutBatch> open = payouts.open(pool);
        if (terms.paused() || open.stream().anyMatch(batch -> !batch.waits())) {
            return;
        }
        PayoutMeans means = patience.means(wallet);
        Refusals refusals = payouts.refusals(pool);
        if (!means.waits(refusals.inARow())) {
            List<PaymentOrder> line = PayoutLine.of(terms, payouts.payable(pool), refusals, means);
            reserve(terms, line, open.stream().findFirst());
        }
    }

    private void reserve(PayoutTerms terms, List<PaymentOrder> line, Optional<PayoutBatch> waiting) {
        if (line.isEmpty() && waiting.filter(PayoutBatch::isReleased).isEmpty()) {
            return;
        }
        WalletCondition condition = wallet.condition();
        if (!condition.ready()) {
            LOG.infof("%s: no payout now: %s", pool, condition.words());
            return;
        }
        Optional<PayoutBatch> released = waiting.filter(batch -> PayoutTurns.Bounds.goesOn(batch, condition));
        if (released.isPresent()) {
            whereTheBooksAreRight(() -> payouts.begin(fence, released.get()));
            return;
        }
        DaySpending spent = terms.limits().mostPerDay().isPresent() ? payouts.spent(pool) : DaySpending.NONE;
        List<PayoutTurns.Turn> turns = PayoutTurns.of(line, PayoutTurns.Bounds.of(terms, spent, waiting, condition));
        PayoutTurns.next(turns)
                .ifPresentOrElse(
                        order -> whereTheBooksAreRight(() -> payouts.reserve(fence, pool, order)),
                        () -> LOG.infof("%s: no payout now: %s; %s", pool, words(turns), condition.words()));
    }

    private static String words(List<PayoutTurns.Turn> turns) {
        return turns.stream().findFirst().map(turn -> turn.prospect().words()).orElse("nobody is due");
    }

    private void whereTheBooksAreRight(Runnable moving) {
        payouts.wrongBooks(pool)
                .ifPresentOrElse(
                        words -> LOG.errorf("%s: no payout, for the books do not allow it: %s", pool, words), moving);
    }

    /** Has the wallet sign what is reserved. A transaction that was signed before and not stored was never sent. */
    void prepare() {
        for (PayoutBatch batch : payouts.open(pool)) {
            if (batch.state() == PayoutState.RESERVED && !batch.waits()) {
                sign(batch);
            }
        }
    }

    private void sign(PayoutBatch batch) {
        try {
            PreparedPayment payment = wallet.prepare(batch.order());
            requireCheap(batch, payment);
            PayoutBatch now = payouts.prepared(fence, batch, payment);
            LOG.infof("%s: payout %d was signed and is %s", pool, batch.number(), now.state());
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
