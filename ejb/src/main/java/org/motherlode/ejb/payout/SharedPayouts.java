package org.motherlode.ejb.payout;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.model.chain.MinerAddress;
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
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** The server's {@link Payouts}: each call a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SharedPayouts implements Payouts {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    Ledger ledger;

    @Inject
    OpenPools pools;

    @Override
    public PayoutTerms terms(PoolName pool) {
        return rows().terms(pool);
    }

    @Override
    public Map<MinerAddress, Money> payable(PoolName pool) {
        return rows().payable(pool);
    }

    @Override
    public DaySpending spent(PoolName pool) {
        return rows().spent(pool);
    }

    @Override
    public PayoutFacts facts(PoolName pool) {
        return rows().facts(pool);
    }

    @Override
    public void tried(PoolName pool, PayoutOutlook outlook) {
        rows().tried(pool, outlook);
    }

    @Override
    public List<PayoutBatch> open(PoolName pool) {
        return rows().open(pool);
    }

    @Override
    public Optional<String> wrongBooks(PoolName pool) {
        return rows().wrongBooks(pool);
    }

    @Override
    public PayoutBatch reserve(Fence fence, PoolName pool, PaymentOrder order) {
        return rows().reserve(fence, pool, order);
    }

    @Override
    public PayoutBatch begin(Fence fence, PayoutBatch batch) {
        return rows().begin(fence, batch);
    }

    @Override
    public PayoutBatch judged(Fence fence, PayoutBatch batch, PayoutRelease release) {
        return rows().judged(fence, batch, release);
    }

    @Override
    public PayoutBatch prepared(Fence fence, PayoutBatch batch, PreparedPayment payment) {
        return rows().prepared(fence, batch, payment);
    }

    @Override
    public PayoutBatch sent(Fence fence, PayoutBatch batch) {
        return rows().sent(fence, batch);
    }

    @Override
    public PayoutBatch confirmed(Fence fence, PayoutBatch batch) {
        return rows().confirmed(fence, batch);
    }

    @Override
    public PayoutBatch released(Fence fence, PayoutBatch batch, String why) {
        return rows().released(fence, batch, why);
    }

    @Override
    public PayoutBatch review(Fence fence, PayoutBatch batch, String why) {
        return rows().review(fence, batch, why);
    }

    @Override
    public Refusals refusals(PoolName pool) {
        return rows().refusals(pool);
    }

    @Override
    public PayoutBatch decided(Fence fence, PayoutBatch batch, PayoutDecision decision) {
        return rows().decided(fence, batch, decision);
    }

    @Override
    public void note(PayoutBatch batch, String words) {
        rows().note(batch, words);
    }

    private JdbcPayouts rows() {
        return new JdbcPayouts(new Database(source), ledger, Coins.of(pools));
    }
}
