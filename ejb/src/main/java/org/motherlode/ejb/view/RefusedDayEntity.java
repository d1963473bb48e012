package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.motherlode.model.share.ShareRefusal;

/** A row of {@code share_refused}: a worker's refused shares of one day, for one reason. */
@Entity(name = "RefusedDay")
@Immutable
@Table(name = "share_refused")
@IdClass(RefusedDayEntity.Key.class)
@NamedQuery(
        name = RefusedDayEntity.REASONS,
        query = "SELECT new org.motherlode.ejb.view.Refusals('', r.why, sum(r.shares))"
                + " FROM RefusedDay r WHERE r.pool = :pool AND r.miner = :miner GROUP BY r.why")
@NamedQuery(
        name = RefusedDayEntity.WORKERS,
        query = "SELECT new org.motherlode.ejb.view.Refusals(r.worker, r.why, sum(r.shares))"
                + " FROM RefusedDay r WHERE r.pool = :pool AND r.miner = :miner"
                + " GROUP BY r.worker, r.why ORDER BY sum(r.shares) DESC, r.worker")
@NamedQuery(
        name = RefusedDayEntity.DAYS,
        query = "SELECT new org.motherlode.model.view.DayView(r.day, 0L, sum(r.shares), 0BI)"
                + " FROM RefusedDay r WHERE r.pool = :pool AND r.miner = :miner AND r.day >= :from"
                + " GROUP BY r.day ORDER BY r.day DESC")
class RefusedDayEntity {
    static final String REASONS = "RefusedDay.reasons";
    static final String WORKERS = "RefusedDay.workers";
    static final String DAYS = "RefusedDay.days";

    @Id
    @Column(name = "pool")
    String pool;

    @Id
    @Column(name = "day")
    LocalDate day;

    @Id
    @Column(name = "miner")
    String miner;

    @Id
    @Column(name = "worker")
    String worker;

    @Id
    @Column(name = "why")
    @Enumerated(EnumType.STRING)
    ShareRefusal why;

    @Column(name = "shares")
    long shares;

    record Key(String pool, LocalDate day, String miner, String worker, ShareRefusal why) implements Serializable {}
}
