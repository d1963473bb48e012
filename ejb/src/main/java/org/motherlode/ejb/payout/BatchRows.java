package org.motherlode.ejb.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PreparedPayment;

/** Reads payout batches. */
final class BatchRows {
    private static final String COLUMNS = "SELECT number, state, transaction_id, payload, network_fee, spends, proof,"
            + " changed_at, begun_at IS NOT NULL AS begun, (SELECT count(DISTINCT payout_person(r.actor)) FROM payout_release r"
            + " WHERE r.batch = payout_batch.number AND r.decision = 'RELEASE') AS persons FROM payout_batch WHERE ";

    /** As {@link PayoutState#isOpen()}. */
    static final String IS_OPEN = "state NOT IN ('CONFIRMED', 'RELEASED')";

    private static final int MOST_CONFIRMED = 500;

    private final Database database;
    private final PoolFacts pool;

    BatchRows(Database database, PoolFacts pool) {
        this.database = database;
        this.pool = pool;
    }

    List<PayoutBatch> open() {
        String open = "pool = ? AND " + IS_OPEN + " ORDER BY number";
        return database.list(COLUMNS + open, this::read, pool.pool().text()).stream()
                .map(this::withItems)
                .toList();
    }

    /** Those that ended as paid, not longer ago than that; the newest of them if there are very many. */
    List<PayoutBatch> confirmedWithin(Duration time) {
        String confirmed = "pool = ? AND state = 'CONFIRMED' AND changed_at > now() - make_interval(secs => ?)"
                + " ORDER BY number DESC LIMIT " + MOST_CONFIRMED;
        return database.list(COLUMNS + confirmed, this::read, pool.pool().text(), time.toSeconds()).stream()
                .map(this::withItems)
                .toList();
    }

    PayoutBatch read(long number) {
        return database.first(
                        COLUMNS + "number = ? AND pool = ?",
                        this::read,
                        number,
                        pool.pool().text())
                .map(this::withItems)
                .orElseThrow(() -> new IllegalStateException("pool " + pool.pool() + " has no payout " + number));
    }

    private PayoutBatch withItems(Head head) {
        SortedMap<MinerAddress, Money> items = new TreeMap<>();
        database.list(
                "SELECT miner, amount FROM payout_item WHERE batch = ?",
                row -> items.put(
                        new MinerAddress(row.getString("miner")), new Money(Values.whole(row, "amount"), pool.asset())),
                head.number());
        return new PayoutBatch(
                head.number(),
                pool.pool(),
                head.state(),
                new PaymentOrder(items),
                head.prepared(),
                head.changedAt(),
                head.begun(),
                head.persons());
    }

    private Head read(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("number"),
                PayoutState.valueOf(row.getString("state")),
                row.getString("transaction_id") == null ? Optional.empty() : Optional.of(prepared(row)),
                Values.instant(row, "changed_at"),
                row.getBoolean("begun"),
                row.getInt("persons"));
    }

    private PreparedPayment prepared(ResultSet row) throws SQLException {
        return new PreparedPayment(
                row.getString("transaction_id"),
                Octets.of(row.getBytes("payload")),
                new Money(Values.whole(row, "network_fee"), pool.asset()),
                List.of(Values.texts(row, "spends")),
                row.getString("proof"));
    }

    private record Head(
            long number,
            PayoutState state,
            Optional<PreparedPayment> prepared,
            Instant changedAt,
            boolean begun,
            int persons) {}
}
