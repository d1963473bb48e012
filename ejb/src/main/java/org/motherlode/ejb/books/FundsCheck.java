package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletRecords;
import org.motherlode.model.pool.PoolName;

/**
 * I4. Two things stand between what the wallet holds and what the books owe: blocks that are allotted and that the wallet has not
 * received, which its chain may have turned away by now, and a payout that has left the wallet and is not confirmed.
 */
final class FundsCheck {
    private static final String BLOCKS = "SELECT b.height, n.net FROM pool_block b, LATERAL ("
            + "SELECT coalesce(sum(CASE WHEN f.kind = 'immature' THEN t.amount ELSE -t.amount END), 0) AS net"
            + " FROM ledger_transfer t JOIN ledger_account f ON f.number = t.from_account"
            + " JOIN ledger_account o ON o.number = t.to_account"
            + " WHERE t.event IN ('settle/' || b.pool || '/' || b.number || '/allot',"
            + " 'settle/' || b.pool || '/' || b.number || '/unallot', 'settle/' || b.pool || '/' || b.number || '/reallot',"
            + " 'settle/' || b.pool || '/' || b.number || '/reverse', 'settle/' || b.pool || '/' || b.number || '/mature')"
            + " AND 'immature' IN (f.kind, o.kind)) n WHERE b.pool = ? AND NOT b.settled AND n.net <> 0";
    private static final String LOWEST = "SELECT min(u.height) AS height FROM (" + BLOCKS + ") u";
    /** In one statement, so that all of it is of one moment; of open payouts at most one has a transaction. */
    private static final String STANDING = "SELECT (SELECT coalesce(sum(v.balance), 0) FROM ledger_account a"
            + " JOIN ledger_balance v ON v.account = a.number WHERE a.pool = ? AND a.kind LIKE 'miner:%') AS owed,"
            + " (SELECT coalesce(sum(v.balance), 0) FROM ledger_account a JOIN ledger_balance v ON v.account = a.number"
            + " WHERE a.pool = ? AND a.kind IN ('fees', 'capital')) AS own,"
            + " (SELECT coalesce(sum(greatest(0, h.net - coalesce(r.amount, 0))), 0) FROM"
            + " (SELECT u.height, sum(u.net) AS net FROM (" + BLOCKS + ") u GROUP BY u.height) h"
            + " LEFT JOIN (SELECT x.height::bigint AS height, sum(x.amount::numeric) AS amount"
            + " FROM unnest(?::text[], ?::text[]) x (height, amount) GROUP BY 1) r ON r.height = h.height) AS coming,"
            + " p.number, p.total, p.transaction_id, p.network_fee, p.spends FROM (SELECT 1) one LEFT JOIN payout_batch p"
            + " ON p.pool = ? AND p.transaction_id IS NOT NULL AND p.state NOT IN ('CONFIRMED', 'RELEASED')";

    private final Database database;
    private final PoolName pool;
    private final Asset asset;
    private final Wallet wallet;
    private Optional<String> broken = Optional.empty();
    private Optional<String> unknown = Optional.empty();

    FundsCheck(Database database, PoolName pool, Asset asset, Wallet wallet) {
        this.database = database;
        this.pool = pool;
        this.asset = asset;
        this.wallet = wallet;
    }

    /**
     * How it stands by the books.
     *
     * @param own the pool's fees and the operator's coins; below zero by what the pool bore of network fees beyond both
     * @param coming what allotted blocks will bring that the wallet has not received
     */
    private record Standing(BigInteger owed, BigInteger own, BigInteger coming, Optional<OnTheWay> payout) {}

    private record OnTheWay(long number, BigInteger total, PreparedPayment payment) {}

    /** Twice if it is not enough: what moves between two looks is not broken. */
    WalletHoldings look(WalletRecords records) throws NodeUnavailableException {
        WalletHoldings holdings = judge(records);
        return broken.isEmpty() ? holdings : judge(records);
    }

    Verdict verdict() {
        if (unknown.isPresent()) {
            return Verdict.unknown(Invariant.FUNDS, unknown.get());
        }
        Findings findings = new Findings(pool, Invariant.FUNDS);
        broken.ifPresent(findings::add);
        return Verdict.of(Invariant.FUNDS, findings.all());
    }

    private WalletHoldings judge(WalletRecords records) throws NodeUnavailableException {
        WalletHoldings holdings = records.holdings(above());
        Standing standing = standing(holdings);
        BigInteger left = BigInteger.ZERO;
        String way = "";
        broken = Optional.empty();
        unknown = Optional.empty();
        boolean gone;
        try {
            gone = standing.payout().isPresent() && hasLeft(standing.payout().get(), holdings);
        } catch (NodeUnavailableException e) {
            // What the wallet has said is enough for the other rules.
            unknown = Optional.of(String.valueOf(e.getMessage()));
            return holdings;
        }
        if (gone) {
            left = standing.payout().get().total();
            way = ", of which payout " + standing.payout().get().number() + " over " + show(left) + " has left it";
        }
        BigInteger there = holdings.all().atoms().add(standing.coming());
        BigInteger missing = standing.owed().subtract(left).subtract(there);
        broken = missing.signum() <= 0
                ? Optional.empty()
                : Optional.of("account wallet: the wallet holds "
                        + holdings.all().display() + " and allotted blocks that it has not received will bring "
                        + show(standing.coming()) + ", and miners are owed " + show(standing.owed()) + way
                        + bring(missing, standing.own().negate()));
        return holdings;
    }

    /** @param borne network fees beyond what the pool and the operator had; below zero if they had more */
    private String bring(BigInteger missing, BigInteger borne) {
        String fees = borne.signum() <= 0
                ? ""
                : ", " + show(borne.min(missing))
                        + " of them for network fees that the pool bore and had no fees of its own for";
        return "; " + show(missing) + " are missing: bring them to the wallet and book them by book-deposit" + fees;
    }

    private long above() {
        return database.list(LOWEST, row -> Values.maybeWhole(row, "height"), pool.text())
                .get(0)
                .map(height -> Math.max(0, height.longValueExact() - 1))
                .orElseGet(() -> database.first(
                                "SELECT coalesce(max(height), 0) AS height FROM pool_block WHERE pool = ?",
                                row -> row.getLong("height"),
                                pool.text())
                        .orElse(0L));
    }

    private Standing standing(WalletHoldings holdings) {
        List<WalletMovement> mined = holdings.movements().stream()
                .filter(movement -> movement.kind() == WalletMovement.Kind.MINED
                        && movement.height().isPresent())
                .toList();
        return database.first(
                        STANDING,
                        row -> new Standing(
                                Values.whole(row, "owed"),
                                Values.whole(row, "own"),
                                Values.whole(row, "coming"),
                                onTheWay(row)),
                        pool.text(),
                        pool.text(),
                        pool.text(),
                        texts(mined, movement -> movement.height().getAsLong()),
                        texts(mined, movement -> movement.amount().atoms()),
                        pool.text())
                .orElseThrow();
    }

    private static String[] texts(List<WalletMovement> movements, Function<WalletMovement, Object> of) {
        return movements.stream().map(movement -> of.apply(movement).toString()).toArray(String[]::new);
    }

    private Optional<OnTheWay> onTheWay(ResultSet row) throws SQLException {
        return row.getString("transaction_id") == null
                ? Optional.empty()
                : Optional.of(
                        new OnTheWay(row.getLong("number"), Values.whole(row, "total"), Payment.read(row, asset)));
    }

    private boolean hasLeft(OnTheWay payout, WalletHoldings holdings) throws NodeUnavailableException {
        boolean listed = holdings.movements().stream()
                .anyMatch(movement -> movement.kind() == WalletMovement.Kind.SPENT
                        && movement.transactionId().equals(payout.payment().transactionId()));
        return listed || isInChain(payout.payment());
    }

    private boolean isInChain(PreparedPayment payment) throws NodeUnavailableException {
        try {
            return wallet.fate(payment).fold(new IsInChain()).isPresent();
        } catch (ContestedPaymentException e) {
            return false; // another transaction spends what it would spend
        }
    }

    private String show(BigInteger atoms) {
        return new Money(atoms, asset).display();
    }
}
