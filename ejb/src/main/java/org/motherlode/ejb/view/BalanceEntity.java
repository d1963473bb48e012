package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.hibernate.annotations.Immutable;

/** A row of {@code ledger_balance}. Read only: balances are written by the triggers of the ledger and by nothing else. */
@Entity(name = "Balance")
@Immutable
@Table(name = "ledger_balance")
@NamedQuery(
        name = BalanceEntity.OF_MINER,
        query = "SELECT new org.motherlode.ejb.view.AccountBalance(a.kind, b.balance) FROM Balance b, Account a"
                + " WHERE a.number = b.account AND a.pool = :pool AND a.owner = :miner")
class BalanceEntity {
    static final String OF_MINER = "Balance.ofMiner";

    @Id
    @Column(name = "account")
    long account;

    @Column(name = "balance")
    BigInteger balance;
}
