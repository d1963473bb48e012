package org.motherlode.ejb.payout;

import java.util.Map;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** What miners could be paid. */
record PayableRows(Database database, PoolFacts pool) {
    /** Whether the account {@code a} is of a miner on hold. */
    static final String IS_HELD =
            "coalesce((SELECT h.held FROM payout_hold h WHERE h.pool = a.pool AND h.miner = a.owner"
                    + " ORDER BY h.number DESC LIMIT 1), false)";

    private static final String PAYABLE =
            "SELECT a.owner, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account = a.number"
                    + " WHERE a.pool = ? AND a.kind = 'miner:payable' AND b.balance > 0 AND ";

    /** Those on hold left out. */
    Map<MinerAddress, Money> payable() {
        return read(PAYABLE + "NOT " + IS_HELD);
    }

    /** Only those on hold. */
    Map<MinerAddress, Money> held() {
        return read(PAYABLE + IS_HELD);
    }

    private Map<MinerAddress, Money> read(String sql) {
        Map<MinerAddress, Money> money = new TreeMap<>();
        database.list(
                sql,
                row -> money.put(
                        new MinerAddress(row.getString("owner")),
                        new Money(Values.whole(row, "balance"), pool.asset())),
                pool.pool().text());
        return money;
    }
}
