package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.payout.PayoutState;

/** A row of {@code payout_batch}, as far as it is shown. */
@Entity(name = "PayoutBatch")
@Immutable
@Table(name = "payout_batch")
class PayoutBatchEntity {
    @Id
    @Column(name = "number")
    long number;

    @Column(name = "pool")
    String pool;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    PayoutState state;

    @Column(name = "transaction_id")
    @Nullable
    String transactionId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;
}
