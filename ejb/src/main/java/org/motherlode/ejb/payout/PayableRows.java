package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.ejb.threshold.OwnThresholds;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;

/** What miners could be paid. */
record PayableRows(Database database, PoolFacts pool) {
    /** Whether the account {@code a} is of a miner on hold. */
    static final String IS_HELD = isHeld("a.owner");

    /** Whether the account {@code a} of the balance {@code b} is of a miner who wants more; its parameter is the highest threshold. */
    static final String IS_SHORT = OwnThresholds.isShort("a.owner", "b.balance");

    private static final String PAYABLE =
            "SELECT a.owner, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account = a.number"
                    + " WHERE a.pool = ? AND a.kind = 'miner:payable' AND b.balance > 0 AND ";

    /** SQL that is true where this miner of the pool {@code a.pool} is on hold. */
    static String isHeld(String miner) {
        return "coalesce((SELECT h.held FROM payout_hold h WHERE h.pool = a.pool AND h.miner = " + miner
                + " ORDER BY h.number DESC LIMIT 1), false)";
    }

    /** Those on hold left out, and those who have less than they want. */
    Map<MinerAddress, Money> payable() {
        return read(PAYABLE + "NOT " + IS_HELD + " AND NOT" + IS_SHORT, highestThreshold());
    }

    /** Only those who have less than they want, and are not on hold. */
    Map<MinerAddress, Money> saving() {
        return read(PAYABLE + "NOT " + IS_HELD + " AND" + IS_SHORT, highestThreshold());
    }

    /** Only those on hold. */
    Map<MinerAddress, Money> held() {
        return read(PAYABLE + IS_HELD);
    }

    private BigInteger highestThreshold() {
        return new OwnThresholds(database, pool).bounds().most().atoms();
    }

    private Map<MinerAddress, Money> read(String sql, Object... more) {
        Map<MinerAddress, Money> money = new TreeMap<>();
        database.list(
                sql,
                row -> money.put(
                        new MinerAddress(row.getString("owner")),
                        new Money(Values.whole(row, "balance"), pool.asset())),
                Stream.concat(Stream.of(pool.pool().text()), Stream.of(more)).toArray());
        return money;
    }
}
