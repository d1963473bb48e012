package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.ledger.LedgerLock;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.ejb.terms.TermsBook;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.DaySpending;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutFacts;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.pool.PoolName;

/** {@link Payouts} on its tables; every change also runs through the guards that the tables themselves have. */
public final class JdbcPayouts implements Payouts {
    private final Database database;
    private final Ledger ledger;
    private final Coins coins;

    public JdbcPayouts(Database database, Ledger ledger, Coins coins) {
        this.database = database;
        this.ledger = ledger;
        this.coins = coins;
    }

    @Override
    public PayoutTerms terms(PoolName pool) {
        return new TermsBook(database).payout(coins.of(pool));
    }

    @Override
    public Map<MinerAddress, Money> payable(PoolName pool) {
        return new PayableRows(database, coins.of(pool)).payable();
    }

    @Override
    public DaySpending spent(PoolName pool) {
        return new OutlookRows(database, pool).spent();
    }

    @Override
    public PayoutFacts facts(PoolName pool) {
        PayableRows balances = new PayableRows(database, coins.of(pool));
        OutlookRows outlook = new OutlookRows(database, pool);
        return new PayoutFacts(
                terms(pool),
                open(pool),
                balances.payable(),
                balances.held(),
                balances.saving(),
                refusals(pool),
                outlook.spent(),
                outlook.wrongBooks());
    }

    @Override
    public void tried(PoolName pool, PayoutOutlook outlook) {
        new OutlookRows(database, pool).keep(outlook);
    }

    @Override
    public List<PayoutBatch> open(PoolName pool) {
        return rows(pool).open();
    }

    @Override
    public Optional<String> wrongBooks(PoolName pool) {
        OutlookRows outlook = new OutlookRows(database, pool);
        return outlook.provenWrong().or(outlook::wrongBooks);
    }

    @Override
    public PayoutBatch reserve(Fence fence, PoolName pool, PaymentOrder order) {
        demand(fence, pool);
        PayoutTerms now = ReservedRows.going(pool, terms(pool));
        ReservedRows reserved = new ReservedRows(database, pool);
        boolean waits = now.limits().needsRelease(order.total());
        if (!waits) {
            reserved.demandRoom(now, order.total());
        }
        long number = reserved.add(order, waits);
        parts(pool).demand(number);
        ledger.post(fence, new PayoutTransfers(pool, number, order).reserve());
        return rows(pool).read(number);
    }

    @Override
    public PayoutBatch begin(Fence fence, PayoutBatch batch) {
        demand(fence, batch.pool());
        ReservedRows.going(batch.pool(), terms(batch.pool()));
        new ReleaseRows(database).begin(batch);
        return rows(batch.pool()).read(batch.number());
    }

    @Override
    public PayoutBatch judged(Fence fence, PayoutBatch batch, PayoutRelease release) {
        demand(fence, batch.pool());
        ReleaseRows releases = new ReleaseRows(database);
        releases.keep(batch, release);
        if (release.kind() == PayoutRelease.Kind.RELEASE) {
            return rows(batch.pool()).read(batch.number());
        }
        releases.hold(batch, release);
        return released(fence, batch, release.actor() + ": " + release.reason());
    }

    @Override
    public PayoutBatch prepared(Fence fence, PayoutBatch batch, PreparedPayment payment) {
        demand(fence, batch.pool());
        Optional<String> against = parts(batch.pool()).against(batch.number());
        if (against.isPresent()) {
            int taken = new ReservedRows(database, batch.pool()).takeBack(batch.number(), against.get());
            PayoutBatch now = changed(batch, taken, PayoutState.RELEASED);
            ledger.post(fence, transfers(now).release());
            return now;
        }
        int changed = database.change(
                "UPDATE payout_batch SET state = 'PREPARED', transaction_id = ?, payload = ?, network_fee = ?, spends = ?,"
                        + " proof = ?, words = '' WHERE number = ? AND pool = ? AND state = 'RESERVED'",
                payment.transactionId(),
                payment.payload().toBytes(),
                payment.fee().atoms(),
                payment.spends().toArray(String[]::new),
                payment.proof(),
                batch.number(),
                batch.pool().text());
        return changed(batch, changed, PayoutState.PREPARED);
    }

    @Override
    public PayoutBatch sent(Fence fence, PayoutBatch batch) {
        demand(fence, batch.pool());
        return move(batch, PayoutState.SENT, "");
    }

    @Override
    public PayoutBatch confirmed(Fence fence, PayoutBatch batch) {
        demand(fence, batch.pool());
        return pay(fence, batch, "");
    }

    private PayoutBatch pay(Fence fence, PayoutBatch batch, String words) {
        PayoutBatch now = move(batch, PayoutState.CONFIRMED, words);
        new LedgerLock(database).take(batch.pool());
        BigInteger earned =
                ledger.balance(Account.of(batch.pool(), AccountKind.WALLET)).negate();
        Money fee = now.prepared().orElseThrow().fee();
        ledger.post(fence, transfers(now).confirm(fee, earned));
        return now;
    }

    @Override
    public PayoutBatch released(Fence fence, PayoutBatch batch, String why) {
        demand(fence, batch.pool());
        PayoutBatch now = move(batch, PayoutState.RELEASED, why);
        ledger.post(fence, transfers(now).release());
        return now;
    }

    @Override
    public PayoutBatch review(Fence fence, PayoutBatch batch, String why) {
        demand(fence, batch.pool());
        return move(batch, PayoutState.REVIEW, why);
    }

    @Override
    public Refusals refusals(PoolName pool) {
        return new RefusalRows(database).read(pool);
    }

    @Override
    public PayoutBatch decided(Fence fence, PayoutBatch batch, PayoutDecision decision) {
        demand(fence, batch.pool());
        new DecisionRows(database).keep(batch, decision);
        String words = decision.actor() + ": " + decision.reason();
        return switch (decision.kind()) {
            case ASK -> move(batch, PayoutState.PREPARED, words);
            case CONFIRM -> pay(fence, batch, words);
            case RELEASE -> released(fence, batch, words);
            case REVIEW -> review(fence, batch, words);
        };
    }

    @Override
    public void note(PayoutBatch batch, String words) {
        database.change("UPDATE payout_batch SET words = ? WHERE number = ?", words, batch.number());
    }

    // Only from the state that the caller saw, and only by a step that the table's guard allows.
    private PayoutBatch move(PayoutBatch batch, PayoutState to, String words) {
        int changed = database.change(
                "UPDATE payout_batch SET state = ?, words = ? WHERE number = ? AND pool = ? AND state = ?",
                to.name(),
                words,
                batch.number(),
                batch.pool().text(),
                batch.state().name());
        return changed(batch, changed, to);
    }

    private PayoutBatch changed(PayoutBatch batch, int changed, PayoutState to) {
        if (changed != 1) {
            throw new IllegalStateException(
                    "payout " + batch.number() + " is not " + batch.state() + " any more, it cannot become " + to);
        }
        return rows(batch.pool()).read(batch.number());
    }

    private void demand(Fence fence, PoolName pool) {
        new Fences(database).demand(fence, "pay/" + pool);
    }

    private ReservedParts parts(PoolName pool) {
        return new ReservedParts(database, coins.of(pool));
    }

    private BatchRows rows(PoolName pool) {
        return new BatchRows(database, coins.of(pool));
    }

    private static PayoutTransfers transfers(PayoutBatch batch) {
        return new PayoutTransfers(batch.pool(), batch.number(), batch.order());
    }
}
