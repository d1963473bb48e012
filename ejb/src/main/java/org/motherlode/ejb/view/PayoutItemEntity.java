package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigInteger;
import org.hibernate.annotations.Immutable;

/** A row of {@code payout_item}: what one miner gets by a batch. */
@Entity(name = "PayoutItem")
@Immutable
@Table(name = "payout_item")
@IdClass(PayoutItemEntity.Key.class)
@NamedQuery(
        name = PayoutItemEntity.NEWEST,
        query = "SELECT i FROM PayoutItem i JOIN FETCH i.batch WHERE i.batch.pool = :pool"
                + " ORDER BY i.batch.number DESC, i.amount DESC, i.miner")
@NamedQuery(
        name = PayoutItemEntity.OF_MINER,
        query = "SELECT i FROM PayoutItem i JOIN FETCH i.batch WHERE i.miner = :miner AND i.batch.pool = :pool"
                + " ORDER BY i.batch.number DESC")
@NamedQuery(
        name = PayoutItemEntity.PAID,
        query =
                "SELECT coalesce(sum(i.amount), 0BI) FROM PayoutItem i JOIN i.batch b WHERE i.miner = :miner AND b.pool = :pool"
                        + " AND b.state = CONFIRMED")
class PayoutItemEntity {
    static final String NEWEST = "PayoutItem.newest";
    static final String OF_MINER = "PayoutItem.ofMiner";
    static final String PAID = "PayoutItem.paid";

    @Id
    @ManyToOne
    @JoinColumn(name = "batch")
    PayoutBatchEntity batch;

    @Id
    @Column(name = "miner")
    String miner;

    @Column(name = "amount")
    BigInteger amount;

    record Key(long batch, String miner) implements Serializable {}
}
