package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.database.QuickConnection;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** Whatever the chain says of two blocks, in whatever order, with payouts and crashes between: the books hold. */
class RandomFatesTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final List<String> MINERS = List.of("a", "b", "c", "d");
    private static final List<String> CREDITED = List.of("a", "b", "c", "d", "gift");
    private static final List<BigInteger> REWARDS =
            List.of(new BigInteger("600000000007"), new BigInteger("5000000000000000000001"));
    private static DataSource kept = POSTGRES.appDataSource();
    private static int pools = 1_000;

    /** What happens next: to the first or the second block, or to all miners. */
    enum Event {
        IMMATURE,
        MATURE,
        ORPHANED,
        PAYOUT,
        HALF_A_RUN
    }

    /** By what both blocks are divided; {@code a} finds them. */
    enum Rules {
        BY_WORK,
        CARRIED,
        BONUS,
        LAST_SHARES,
        ROUND,
        ALONE;

        private Map<String, String> scheme() {
            return switch (this) {
                case BY_WORK -> Map.of("window.percent", "100");
                case CARRIED -> Map.of("window.percent", "100", "window.unfilled", "carry");
                case BONUS ->
                    Map.of("window.percent", "100", "window.unfilled", "carry", "finder-bonus.basis-points", "555");
                case LAST_SHARES ->
                    Map.of("window.shares", "5", "window.unfilled", "carry", "finder-bonus.basis-points", "1");
                case ROUND -> Map.of("scheme", "prop");
                case ALONE -> Map.of("scheme", "solo");
            };
        }

        /** @param to whom the pool donates; empty if it does not */
        Map<String, String> settings(String to) {
            Map<String, String> all = new TreeMap<>(scheme());
            all.put("fee.basis-points", "137");
            if (!to.isEmpty()) {
                all.putAll(Map.of("donation.basis-points", "33", "donation.address", to));
            }
            return all;
        }
    }

    @BeforeContainer
    static void migrate() {
        Migrations.run(POSTGRES);
        kept = QuickConnection.of(POSTGRES.appDataSource());
    }

    @AfterContainer
    static void end() {
        POSTGRES.close();
    }

    @Property(seed = "20261122", tries = 250)
    void the_books_follow_the_chain_to_the_atom(
            @ForAll @Size(min = 1, max = 14) List<Event> events,
            @ForAll @Size(14) List<Boolean> seconds,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 3) Integer> shares,
            @ForAll("settings") Map<String, String> settings) {
        SettledPool pool = new SettledPool(kept, pools++, settings);
        List<Long> blocks = new ArrayList<>();
        REWARDS.forEach(reward -> {
            shares.forEach(miner -> pool.share(MINERS.get(miner), BigInteger.valueOf(7L + miner)));
            blocks.add(pool.block(BigInteger.valueOf(50), Optional.of(reward)));
        });
        Map<String, BigInteger> paid = new TreeMap<>();
        for (int turn = 0; turn < events.size(); turn++) {
            int which = seconds.get(turn) ? 1 : 0;
            switch (events.get(turn)) {
                case MATURE -> pool.becomes(blocks.get(which), "MATURE", Optional.of(REWARDS.get(which)));
                case IMMATURE, ORPHANED ->
                    pool.becomes(blocks.get(which), events.get(turn).name(), Optional.empty());
                case PAYOUT -> payEverybody(pool, paid);
                case HALF_A_RUN -> halfARun(pool, turn);
            }
            if (turn % 2 == 0) {
                pool.settle();
            }
            assertThat(pool.sum()).isZero();
            if (turn % 3 == 0) {
                assertSound(pool);
            }
        }
        pool.settle();
        assertSound(pool);
        check(pool, blocks, paid);
    }

    /** The check of the books has nothing to say, in the middle of a stage too. */
    private static void assertSound(SettledPool pool) {
        assertThat(new CheckedBooks(pool.database, pool.name, SettledPool.XMR).check())
                .isEmpty();
    }

    @Provide
    Arbitrary<Map<String, String>> settings() {
        return Combinators.combine(Arbitraries.of(Rules.values()), Arbitraries.of("", "gift", "b"))
                .as(Rules::settings);
    }

    private static void payEverybody(SettledPool pool, Map<String, BigInteger> paid) {
        pool.miners(AccountKind.MINER_PAYABLE).forEach((miner, atoms) -> {
            pool.pays(miner, atoms);
            paid.merge(miner, atoms, BigInteger::add);
        });
    }

    /** The process dies behind the freeze, or behind half of the transfers; then the chain may change its mind. */
    private static void halfARun(SettledPool pool, int turn) {
        for (SettlementTask task : pool.due().stream().limit(1).toList()) {
            pool.settlement.freeze(pool.fence, task);
            var transfers = pool.settlement.transfers(task);
            pool.ledger.post(pool.fence, transfers.subList(0, turn % 3 == 0 ? 0 : transfers.size() / 2));
        }
    }

    private static void check(SettledPool pool, List<Long> blocks, Map<String, BigInteger> paid) {
        Map<String, BigInteger> owed = new TreeMap<>();
        BigInteger bornByThePool = BigInteger.ZERO;
        for (int which = 0; which < blocks.size(); which++) {
            long block = blocks.get(which);
            String standing = standing(pool, block);
            if (!standing.isEmpty()) {
                new DocumentedSql(pool.database)
                        .credits(block)
                        .forEach((m, atoms) -> owed.merge(m, atoms, BigInteger::add));
            }
            if (standing.equals("LOSE")) {
                recalled(pool, block).forEach((m, atoms) -> owed.merge(m, atoms.negate(), BigInteger::add));
                bornByThePool = bornByThePool.add(lost(pool, block));
            }
        }
        CREDITED.forEach(miner -> assertThat(
                        pool.balance(AccountKind.MINER_PAYABLE, miner).add(paid.getOrDefault(miner, BigInteger.ZERO)))
                .as("what %s got and is to get", miner)
                .isEqualTo(owed.getOrDefault(miner, BigInteger.ZERO)));
        assertThat(pool.balance(AccountKind.ORPHAN_LOSS)).isEqualTo(bornByThePool.negate());
        assertThat(pool.due()).isEmpty();
        blocks.forEach(block -> assertThat(new Stages(pool.database).next(block))
                .as("nothing is due that is not looked for")
                .isEmpty());
    }

    /** {@code MATURE} or {@code LOSE}, whichever was done last; empty if neither was. */
    private static String standing(SettledPool pool, long block) {
        return pool.database
                .first(
                        "SELECT stage FROM block_stage WHERE block = ? AND stage IN (?, ?) AND step = 'DONE'"
                                + " ORDER BY round DESC, stage LIMIT 1",
                        row -> row.getString("stage"),
                        block,
                        Stage.MATURE.name(),
                        Stage.LOSE.name())
                .orElse("");
    }

    private static Map<String, BigInteger> recalled(SettledPool pool, long block) {
        Map<String, BigInteger> recalled = new TreeMap<>();
        pool.database.list(
                "SELECT owner, atoms FROM block_recall WHERE block = ? AND round ="
                        + " (SELECT max(round) FROM block_loss WHERE block = ?)",
                row -> recalled.put(row.getString("owner"), Values.whole(row, "atoms")),
                block,
                block);
        return recalled;
    }

    private static BigInteger lost(SettledPool pool, long block) {
        return pool.database
                .first(
                        "SELECT lost FROM block_loss WHERE block = ? ORDER BY round DESC LIMIT 1",
                        row -> Values.whole(row, "lost"),
                        block)
                .orElseThrow();
    }
}
