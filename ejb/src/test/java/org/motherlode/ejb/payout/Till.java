package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneTransaction;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.health.Condition;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A pool of its own in the database, with money to pay out: transfers are never deleted, so each test has a new one. */
record Till(DataSource source, PoolName pool, Fence fence) {
    static final Asset XMR = new Asset("XMR", 12);
    static final MinerAddress AMY = new MinerAddress("amy");
    static final MinerAddress BOB = new MinerAddress("bob");
    static final PreparedPayment PAYMENT = payment("ab12");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Amy has 500 and Bob 300 atoms to get, and the wallet holds them. */
    static Till open(DataSource source) throws SQLException {
        PoolName pool = new PoolName("till-" + NUMBERS.incrementAndGet());
        Till till = new Till(source, pool, takeLock(source, pool));
        till.earn("first", AMY, 500);
        till.earn("first", BOB, 300);
        return till;
    }

    static PreparedPayment payment(String id) {
        return new PreparedPayment(
                id, Octets.of(new byte[] {0, -1, 7}), money(7), List.of("image one", "image two"), "the key");
    }

    static Money money(long atoms) {
        return Money.ofAtoms(atoms, XMR);
    }

    static Fence takeLock(DataSource source, PoolName pool) {
        try (Locks.Held held = new AdvisoryLocks(source).tryLock("pay/" + pool).orElseThrow()) {
            return held.fence();
        }
    }

    void earn(String event, MinerAddress miner, long atoms) throws SQLException {
        Transfer transfer = new Transfer(
                event + "/" + pool + "/" + miner.text(),
                Account.of(pool, AccountKind.WALLET),
                Account.of(pool, AccountKind.MINER_PAYABLE, miner),
                money(atoms));
        new OneTransaction(source).run(one -> {
            new JdbcLedger(new Database(one)).post(fence, List.of(transfer));
            return transfer;
        });
    }

    /** A new version of the terms with these bounds, each in atoms or NULL; else as the settings say. */
    void bounds(String perPayout, String perDay, String releaseAbove) {
        new Database(source)
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " most_per_payout, most_per_day, release_above, actor, reason)"
                                + " SELECT ?, 1 + count(*), now(), 'XMR', 100, 15, false, " + perPayout + ", " + perDay
                                + ", " + releaseAbove + ", 'eve', 'test' FROM payout_terms WHERE pool = ?",
                        pool.text(),
                        pool.text());
    }

    /** What an operator is told of this pool's payouts; other tests' pools may have open ones too. */
    Condition payouts(PayoutAlarms alarms) {
        return alarms.now().stream()
                .filter(condition -> condition.name().equals(pool + ".payouts"))
                .findFirst()
                .orElseThrow();
    }

    PaymentOrder order() {
        return new PaymentOrder(new TreeMap<>(Map.of(AMY, money(500), BOB, money(300))));
    }

    <T> T in(Function<Payouts, T> work) throws SQLException {
        return new OneTransaction(source).run(one -> {
            Database database = new Database(one);
            return work.apply(new JdbcPayouts(
                    database,
                    new JdbcLedger(database),
                    () -> List.of(new PoolFacts(pool, XMR, settings(), Till::payable))));
        });
    }

    private static AddressVerdict payable(String text) {
        return new AddressVerdict.Payable(new MinerAddress(text));
    }

    List<PayoutBatch> open() throws SQLException {
        return in(payouts -> payouts.open(pool));
    }

    List<String> decisions(PayoutBatch batch) {
        return new Database(source)
                .list(
                        "SELECT decision || ' ' || actor || ' ' || reason || ' ' || chain_says AS line FROM payout_decision"
                                + " WHERE batch = ? ORDER BY number",
                        row -> row.getString("line"),
                        batch.number());
    }

    Map<MinerAddress, Money> payable() throws SQLException {
        return in(payouts -> payouts.payable(pool));
    }

    private static Settings settings() {
        try {
            return Settings.parse("payout.threshold = 0.5");
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    long balance(AccountKind kind) {
        return balance(Account.of(pool, kind));
    }

    long balance(AccountKind kind, MinerAddress miner) {
        return balance(Account.of(pool, kind, miner));
    }

    private long balance(Account account) {
        BigInteger balance = new JdbcLedger(new Database(source)).balance(account);
        return balance.longValueExact();
    }
}
