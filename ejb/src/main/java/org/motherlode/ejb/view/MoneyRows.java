package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.PaymentView;

/** Balances and payments. */
final class MoneyRows {
    private final Queries queries;

    MoneyRows(Queries queries) {
        this.queries = queries;
    }

    /** Newest batch first; within a batch the larger amount first. */
    List<PaymentView> payments(PoolName pool, Asset asset, int limit, int offset) {
        return payments(Question.of(PayoutItemEntity.NEWEST, pool).page(limit, offset), asset);
    }

    List<PaymentView> paymentsOf(MinerKey miner, Asset asset, int limit, int offset) {
        return payments(Question.of(PayoutItemEntity.OF_MINER, miner).page(limit, offset), asset);
    }

    /** The miner's accounts; one that was never used is not there. */
    Map<AccountKind, Money> balances(MinerKey miner, Asset asset) {
        return queries.list(AccountBalance.class, Question.of(BalanceEntity.OF_MINER, miner)).stream()
                .collect(Collectors.toMap(row -> AccountKind.of(row.kind()), row -> new Money(row.balance(), asset)));
    }

    Money paid(MinerKey miner, Asset asset) {
        return new Money(queries.one(BigInteger.class, Question.of(PayoutItemEntity.PAID, miner)), asset);
    }

    private List<PaymentView> payments(Question question, Asset asset) {
        return queries.list(PayoutItemEntity.class, question).stream()
                .map(item -> payment(item, asset))
                .toList();
    }

    /** The transaction is told once the chain has shown it: before, it may never be sent. */
    private static PaymentView payment(PayoutItemEntity item, Asset asset) {
        PayoutBatchEntity batch = item.batch;
        boolean shown = batch.state == PayoutState.SENT || batch.state == PayoutState.CONFIRMED;
        return new PaymentView(
                batch.number,
                item.miner,
                new Money(item.amount, asset),
                batch.state,
                Optional.ofNullable(batch.transactionId).filter(id -> shown),
                batch.createdAt,
                batch.changedAt);
    }
}
