package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** A pool of its own in the database, its shares, one block at height 100, and the books. */
final class SettledPool {
    static final Asset XMR = new Asset("XMR", 12);
    private static final int NODES = 256;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final PoolName name;
    final Database database;
    final JdbcLedger ledger;
    final JdbcSettlement settlement;
    final Fence fence;
    private final int number;
    private final Map<String, String> settings;
    private final int node;
    private final long epoch;
    private long sequence;
    private Instant newest = NOON;
    private int payments;

    /** With PPLNS, a window of 100 percent, and neither bonus nor donation. */
    SettledPool(DataSource source, int number, int fee, String unfilled) {
        this(
                source,
                number,
                Map.of(
                        "fee.basis-points",
                        Integer.toString(fee),
                        "window.percent",
                        "100",
                        "window.unfilled",
                        unfilled));
    }

    /** @param number unique; the pool's shares are of a life of a node that nobody else has */
    SettledPool(DataSource source, int number, Map<String, String> settings) {
        this(source, new PoolName("pool-" + number), number, settings);
        database.change("INSERT INTO pool_node (node) VALUES (?) ON CONFLICT DO NOTHING", node);
        database.change(
                "INSERT INTO share_progress VALUES (?, ?, 0, 1000, '2100-01-01 00:00:00+00', 1000)", node, epoch);
    }

    private SettledPool(DataSource source, PoolName name, int number, Map<String, String> settings) {
        this.number = number;
        this.settings = settings;
        this.node = number % NODES;
        this.epoch = 1L + number / NODES;
        this.name = name;
        this.database = new Database(source);
        this.ledger = new JdbcLedger(database);
        PoolFacts facts = new PoolFacts(name, XMR, new Settings(settings), SettledPool::payable);
        this.settlement = new JdbcSettlement(database, () -> List.of(facts));
        try (var held = new AdvisoryLocks(source).tryLock("settle/" + name).orElseThrow()) {
            this.fence = held.fence();
        }
    }

    /** The same pool, all of whose rows are in another database already. */
    SettledPool on(DataSource source) {
        return new SettledPool(source, name, number, settings);
    }

    private static AddressVerdict payable(String text) {
        return text.startsWith("nobody")
                ? new AddressVerdict.Refused("This is nobody's address.")
                : new AddressVerdict.Payable(new MinerAddress(text));
    }

    void share(String miner, BigInteger difficulty) {
        share(miner, difficulty, NOON.plusSeconds(sequence + 1));
    }

    /** Accepted at this time, which is not before that of the share before. */
    void share(String miner, BigInteger difficulty, Instant at) {
        sequence++;
        newest = at;
        database.change(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'rig', ?, 100, '')",
                name.text(),
                node,
                epoch,
                sequence,
                at,
                miner,
                difficulty);
    }

    /** A block by the share written last, found by {@code a}. */
    long block(BigInteger size, Optional<BigInteger> expected) {
        return database.first(
                        "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                                + " expected_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes)"
                                + " VALUES (?, 100, gen_random_uuid()::text, 'IMMATURE', 'a', 'rig', ?, 'XMR', ?::numeric, ?, ?, ?, ?, '')"
                                + " RETURNING number",
                        row -> row.getLong(1),
                        name.text(),
                        size,
                        expected,
                        node,
                        epoch,
                        sequence,
                        newest)
                .orElseThrow();
    }

    /** A block found at this time by {@code a}, whose own share was lost. */
    long blockBefore(Instant at, BigInteger size, BigInteger expected) {
        sequence++;
        newest = at;
        return block(size, Optional.of(expected));
    }

    void becomes(long block, String state, Optional<BigInteger> reward) {
        database.change(
                "UPDATE pool_block SET state = ?, final_reward = ?::numeric WHERE number = ?", state, reward, block);
    }

    /** Does what is due until nothing is, as the timer and the job do; each stage from its freeze to its end. */
    void settle() {
        for (List<SettlementTask> due = due(); !due.isEmpty(); due = due()) {
            run(due.get(0).block(), due.get(0).stage());
        }
    }

    List<SettlementTask> due() {
        return settlement.due();
    }

    /** The stage from its freeze to its end, each step twice. */
    void run(long block, Stage stage) {
        SettlementTask task = new SettlementTask(name, block, stage);
        for (int time = 0; time < 2; time++) {
            settlement.freeze(fence, task);
            ledger.post(fence, settlement.transfers(task));
            settlement.finish(fence, task);
        }
    }

    void pays(String miner, long atoms) {
        pays(miner, BigInteger.valueOf(atoms));
    }

    /** As a confirmed payout books it. */
    void pays(String miner, BigInteger atoms) {
        payments++;
        String event = "paid/" + name + "/" + payments + "/confirm";
        Account wallet = Account.of(name, AccountKind.WALLET);
        BigInteger excess = atoms.add(balance(AccountKind.WALLET));
        if (excess.signum() > 0) {
            ledger.post(
                    fence,
                    List.of(new Transfer(
                            event, wallet, Account.of(name, AccountKind.CAPITAL), new Money(excess, XMR))));
        }
        Account payable = Account.of(name, AccountKind.MINER_PAYABLE, new MinerAddress(miner));
        ledger.post(fence, List.of(new Transfer(event, payable, wallet, new Money(atoms, XMR))));
    }

    BigInteger balance(AccountKind kind) {
        return ledger.balance(Account.of(name, kind));
    }

    BigInteger balance(AccountKind kind, String miner) {
        return ledger.balance(Account.of(name, kind, new MinerAddress(miner)));
    }

    /** Balances of a kind of miners' account, empty ones left out. */
    SortedMap<String, BigInteger> miners(AccountKind kind) {
        return map(
                "SELECT a.owner, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account = a.number"
                        + " WHERE a.pool = ? AND a.kind = ? AND b.balance <> 0",
                name.text(),
                kind.text());
    }

    SortedMap<String, BigInteger> weights(long block) {
        return map("SELECT owner, weight FROM block_weight WHERE block = ?", block);
    }

    /** Of all its accounts. */
    BigInteger sum() {
        return database.first(
                        "SELECT coalesce(sum(b.balance), 0) AS sum FROM ledger_account a"
                                + " JOIN ledger_balance b ON b.account = a.number WHERE a.pool = ?",
                        row -> Values.whole(row, "sum"),
                        name.text())
                .orElseThrow();
    }

    private SortedMap<String, BigInteger> map(String sql, Object... values) {
        SortedMap<String, BigInteger> map = new TreeMap<>();
        database.list(sql, row -> map.put(row.getString(1), row.getBigDecimal(2).toBigIntegerExact()), values);
        return map;
    }
}
