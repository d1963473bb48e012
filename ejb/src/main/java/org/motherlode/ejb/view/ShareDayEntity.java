package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** A row of {@code share_day}: a worker's accepted shares of one day. */
@Entity(name = "ShareDay")
@Immutable
@Table(name = "share_day")
@IdClass(ShareDayEntity.Key.class)
@NamedQuery(
        name = ShareDayEntity.TOTALS,
        query = "SELECT new org.motherlode.ejb.view.ShareTotals(coalesce(sum(d.shares), 0L), min(d.day), max(d.lastAt))"
                + " FROM ShareDay d WHERE d.pool = :pool AND d.miner = :miner")
@NamedQuery(
        name = ShareDayEntity.WORKERS,
        query = "SELECT new org.motherlode.ejb.view.WorkerShares(d.worker, sum(d.shares), max(d.lastAt))"
                + " FROM ShareDay d WHERE d.pool = :pool AND d.miner = :miner"
                + " GROUP BY d.worker ORDER BY max(d.lastAt) DESC, d.worker")
@NamedQuery(
        name = ShareDayEntity.DAYS,
        query = "SELECT new org.motherlode.model.view.DayView(d.day, sum(d.shares), 0L, sum(d.work))"
                + " FROM ShareDay d WHERE d.pool = :pool AND d.miner = :miner AND d.day >= :from"
                + " GROUP BY d.day ORDER BY d.day DESC")
class ShareDayEntity {
    static final String TOTALS = "ShareDay.totals";
    static final String WORKERS = "ShareDay.workers";
    static final String DAYS = "ShareDay.days";

    @Id
    @Column(name = "pool")
    String pool;

    @Id
    @Column(name = "miner")
    String miner;

    @Id
    @Column(name = "worker")
    String worker;

    @Id
    @Column(name = "day")
    LocalDate day;

    @Column(name = "shares")
    long shares;

    @Column(name = "work")
    BigInteger work;

    @Column(name = "last_at")
    Instant lastAt;

    record Key(String pool, String miner, String worker, LocalDate day) implements Serializable {}
}
