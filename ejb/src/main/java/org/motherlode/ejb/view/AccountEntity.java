package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code ledger_account}. */
@Entity(name = "Account")
@Immutable
@Table(name = "ledger_account")
class AccountEntity {
    @Id
    @Column(name = "number")
    long number;

    @Column(name = "pool")
    String pool;

    @Column(name = "kind")
    String kind;

    @Column(name = "owner")
    String owner;
}
