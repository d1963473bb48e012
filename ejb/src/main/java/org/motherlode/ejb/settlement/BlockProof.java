package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.audit.WeightsDigest;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;

/**
 * Divides a block once more by what was frozen, and compares with what was posted: each transfer of each stage that is done, and
 * nothing beside them. As each division sums to its reward, so do the postings.
 */
public final class BlockProof {
    private static final int MOST_TOLD = 3;
    private static final int MOST_TRIES = 5;
    private static final String POSTED = "SELECT t.event, t.amount, f.kind AS from_kind, f.owner AS from_owner,"
            + " o.kind AS to_kind, o.owner AS to_owner FROM ledger_transfer t"
            + " JOIN ledger_account f ON f.number = t.from_account JOIN ledger_account o ON o.number = t.to_account"
            + " WHERE t.event = ANY (?) AND t.pool = ?";
    private static final String DIGEST = "SELECT weights_sha256 FROM block_settlement WHERE block = ?";

    private final Database database;
    private final Freezer freezer;
    private final StageEvents events;

    public BlockProof(Database database, Asset asset) {
        this.database = database;
        this.freezer = new Freezer(database);
        this.events = new StageEvents(database, asset);
    }

    private record Line(String event, Account from, Account to) implements Comparable<Line> {
        static Line of(Transfer transfer) {
            return new Line(transfer.event(), transfer.from(), transfer.to());
        }

        private String key() {
            return event + " " + from.key() + " " + to.key();
        }

        @Override
        public int compareTo(Line other) {
            return key().compareTo(other.key());
        }
    }

    /** What is wrong with the weights of a frozen block by their digest; empty: nothing. */
    public Optional<String> digest(long block) {
        String stored = database.first(DIGEST, row -> row.getString("weights_sha256"), block)
                .orElseThrow();
        String again = WeightsDigest.of(frozen(block).window().weights());
        return again.equals(stored)
                ? Optional.empty()
                : Optional.of("block " + block + ": the weights that are stored have the digest " + again
                        + ", and the digest that was frozen is " + stored);
    }

    /** What is wrong with a frozen block's postings, some sentences at most; empty: nothing. */
    public List<String> bookings(PoolName pool, long block) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<StageEvents.Progress> before = events.progress(block);
            SortedMap<Line, BigInteger> posted = posted(pool, StageEvents.names(pool, block, before));
            if (events.progress(block).equals(before)) {
                return differences(block, expected(pool, block, before), posted, unfinished(pool, block, before));
            }
        }
        return List.of(); // it is being settled at this moment: the next check has it
    }

    private SortedMap<Line, BigInteger> expected(PoolName pool, long block, List<StageEvents.Progress> progress) {
        SortedMap<Line, BigInteger> expected = new TreeMap<>();
        for (Transfer transfer : events.done(pool, block, frozen(block), progress)) {
            expected.merge(Line.of(transfer), transfer.amount().atoms(), BigInteger::add);
        }
        return expected;
    }

    private static Set<String> unfinished(PoolName pool, long block, List<StageEvents.Progress> progress) {
        Set<String> unfinished = new TreeSet<>();
        progress.stream()
                .filter(stage -> !stage.done())
                .forEach(stage -> unfinished.addAll(StageEvents.names(pool, block, stage)));
        return unfinished;
    }

    private SortedMap<Line, BigInteger> posted(PoolName pool, Set<String> names) {
        SortedMap<Line, BigInteger> posted = new TreeMap<>();
        database.list(
                POSTED,
                row -> posted.merge(
                        new Line(
                                row.getString("event"),
                                new Account(
                                        pool, AccountKind.of(row.getString("from_kind")), row.getString("from_owner")),
                                new Account(pool, AccountKind.of(row.getString("to_kind")), row.getString("to_owner"))),
                        Values.whole(row, "amount"),
                        BigInteger::add),
                names.toArray(String[]::new),
                pool.text());
        return posted;
    }

    private static List<String> differences(
            long block,
            SortedMap<Line, BigInteger> expected,
            SortedMap<Line, BigInteger> posted,
            Set<String> unfinished) {
        Set<Line> all = new TreeSet<>(expected.keySet());
        all.addAll(posted.keySet());
        List<String> different = new ArrayList<>();
        for (Line line : all) {
            BigInteger should = expected.getOrDefault(line, BigInteger.ZERO);
            BigInteger is = posted.getOrDefault(line, BigInteger.ZERO);
            if (!should.equals(is) && !unfinished.contains(line.event()) && different.size() < MOST_TOLD) {
                different.add("block " + block + ": " + line.event() + " moved " + is + " from "
                        + line.from().key() + " to " + line.to().key() + ", and by the block's division it is "
                        + should);
            }
        }
        return different;
    }

    private Frozen frozen(long block) {
        return freezer.read(block)
                .orElseThrow(() -> new IllegalStateException("block " + block + " has no frozen window"));
    }

    /** Pools' blocks with a frozen window behind this one, in order. */
    public List<Long> after(PoolName pool, long block, int most) {
        return database.list(
                "SELECT block FROM block_settlement WHERE pool = ? AND block > ? ORDER BY block LIMIT ?",
                row -> row.getLong("block"),
                pool.text(),
                block,
                most);
    }
}
