package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.settlement.Stage;

/** The SQL of docs/settlement.md against the ledger's credits, on shares of several nodes that were accepted together. */
class RecomputedBlockTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> MINERS = List.of("zoe", "Bob", "amy", "eve", "Zed");
    private static final int SHARES = 60;
    private static final int FEE = 137;
    private static final BigInteger REWARD = new BigInteger("613456789013");
    private static final AtomicInteger pools = new AtomicInteger(10);

    @Test
    void the_ledgers_credits_are_recomputed_to_the_atom_before_and_after_the_final_reward() {
        SettledPool pool = new SettledPool(OneConnection.of(DATABASE.appDataSource()), 1, FEE, "scale");
        long block = mine(
                pool,
                new SettledPool(OneConnection.of(DATABASE.appDataSource()), 2, 0, "scale"),
                BigInteger.valueOf(20_011));
        pool.run(block, Stage.ALLOT);

        assertThat(edgePart(pool, block)).as("the oldest share counts in part").isPositive();
        assertThat(recomputed(pool, block)).isEqualTo(credits(pool, block, "allot"));
        assertThat(sum(credits(pool, block, "allot"))).isEqualTo(REWARD);
        assertThat(roundedAway(pool, block)).as("there are atoms left over").isPositive();

        BigInteger more = REWARD.add(BigInteger.valueOf(986));
        pool.becomes(block, "MATURE", Optional.of(more));
        pool.run(block, Stage.MATURE);
        assertThat(recomputed(pool, block)).isEqualTo(credits(pool, block, "reallot"));
        assertThat(sum(credits(pool, block, "reallot"))).isEqualTo(more);
    }

    @Test
    void what_an_unfilled_window_carries_is_recomputed_too() {
        SettledPool pool = new SettledPool(OneConnection.of(DATABASE.appDataSource()), 3, FEE, "carry");
        long block = mine(
                pool,
                new SettledPool(OneConnection.of(DATABASE.appDataSource()), 4, 0, "scale"),
                BigInteger.valueOf(99_991));
        pool.run(block, Stage.ALLOT);

        assertThat(recomputed(pool, block))
                .isEqualTo(credits(pool, block, "allot"))
                .containsKeys("carry ", "fees ", "miner:immature zoe");
        assertThat(sum(credits(pool, block, "allot"))).isEqualTo(REWARD);
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void every_scheme_is_recomputed_to_the_atom(Rules rules) {
        int number = pools.addAndGet(2);
        SettledPool pool = new SettledPool(OneConnection.of(DATABASE.appDataSource()), number, rules.settings());
        SettledPool other = new SettledPool(OneConnection.of(DATABASE.appDataSource()), number + 1, 0, "scale");
        pool.share("before", BigInteger.valueOf(5_000), NOON);
        long earlier = pool.block(BigInteger.valueOf(20_011), Optional.of(REWARD));
        pool.run(earlier, Stage.ALLOT);
        long block = mine(pool, other, BigInteger.valueOf(20_011));
        pool.run(block, Stage.ALLOT);

        for (long each : List.of(earlier, block)) {
            assertThat(recomputed(pool, each)).isEqualTo(credits(pool, each, "allot"));
            assertThat(sum(credits(pool, each, "allot"))).isEqualTo(REWARD);
            assertThat(new DocumentedSql(pool.database).weights(each)).isEqualTo(pool.weights(each));
        }
        assertThat(pool.weights(block)).hasSizeBetween(1, MINERS.size() + 1);
        assertThat(pool.weights(block).containsKey("before")).isEqualTo(rules == Rules.MORE_SHARES_THAN_THERE_ARE);
        DocumentedSql.Line line = new DocumentedSql(pool.database).lines(block).get(0);
        assertThat(line.donation().signum()).isEqualTo(rules.settings().containsKey("donation.address") ? 1 : 0);
        assertThat(line.bonus().signum()).isEqualTo(rules.settings().containsKey("finder-bonus.basis-points") ? 1 : 0);
        assertThat(line.carry().signum()).isEqualTo(rules == Rules.MORE_SHARES_THAN_THERE_ARE ? 1 : 0);

        BigInteger more = REWARD.add(BigInteger.valueOf(986));
        pool.becomes(block, "MATURE", Optional.of(more));
        pool.run(block, Stage.MATURE);
        assertThat(recomputed(pool, block)).isEqualTo(credits(pool, block, "reallot"));
        assertThat(sum(credits(pool, block, "reallot"))).isEqualTo(more);
    }

    @Test
    void a_window_without_shares_still_has_its_donation_and_the_finders_bonus() {
        SettledPool pool = new SettledPool(OneConnection.of(DATABASE.appDataSource()), 40, Rules.BONUS.settings());
        pool.share("early", BigInteger.ONE, NOON.plusSeconds(9));
        long block = pool.blockBefore(NOON, BigInteger.TEN, REWARD);
        pool.run(block, Stage.ALLOT);

        assertThat(pool.weights(block)).isEmpty();
        assertThat(recomputed(pool, block))
                .isEqualTo(credits(pool, block, "allot"))
                .containsOnlyKeys("carry ", "fees ", "miner:immature a", "miner:immature gift");
    }

    /** Of a pool whose block the miner {@code a} finds, who has no share. */
    enum Rules {
        BONUS,
        LAST_SHARES,
        MORE_SHARES_THAN_THERE_ARE,
        ROUND,
        ROUND_WITHOUT_DONATION,
        ALONE;

        Map<String, String> settings() {
            Map<String, String> all = new TreeMap<>(scheme());
            all.put("fee.basis-points", Integer.toString(FEE));
            if (!donee().isEmpty()) {
                all.putAll(Map.of("donation.basis-points", "41", "donation.address", donee()));
            }
            return all;
        }

        private String donee() {
            return switch (this) {
                case BONUS, ROUND -> "gift";
                case LAST_SHARES -> "amy";
                case ALONE -> "a";
                case MORE_SHARES_THAN_THERE_ARE, ROUND_WITHOUT_DONATION -> "";
            };
        }

        private Map<String, String> scheme() {
            return switch (this) {
                case BONUS -> Map.of("window.percent", "100", "finder-bonus.basis-points", "333");
                case LAST_SHARES -> Map.of("window.shares", "17");
                case MORE_SHARES_THAN_THERE_ARE ->
                    Map.of("window.shares", "1000", "window.unfilled", "carry", "finder-bonus.basis-points", "5");
                case ROUND, ROUND_WITHOUT_DONATION -> Map.of("scheme", "prop");
                case ALONE -> Map.of("scheme", "solo");
            };
        }
    }

    /** Three shares a second, by a second node each fourth; beside them those of another pool; some more after the block. */
    private static long mine(SettledPool pool, SettledPool other, BigInteger size) {
        for (int index = 0; index < SHARES; index++) {
            Instant at = NOON.plusSeconds(index / 3);
            BigInteger difficulty = BigInteger.valueOf(700 + 37L * index * index % 991);
            String miner = MINERS.get(index * 7 % MINERS.size());
            other.share("other", difficulty, at);
            if (index % 4 == 0) {
                onAnotherNode(pool, index, at, miner);
            } else {
                pool.share(miner, difficulty, at);
            }
        }
        long block = pool.block(size, Optional.of(REWARD));
        onAnotherNode(pool, SHARES, NOON.plusSeconds((SHARES - 1) / 3), "late");
        pool.share("late", BigInteger.TEN, NOON.plusSeconds(SHARES));
        return block;
    }

    /** Among shares accepted at the same time, those of a higher node are later. */
    private static void onAnotherNode(SettledPool pool, int sequence, Instant at, String miner) {
        pool.database.change(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
                        + " VALUES (?, 200, 1, ?, ?, ?, 'rig', 913, 100, '')",
                pool.name.text(),
                sequence + 1000 * Integer.parseInt(pool.name.text().substring(5)),
                at,
                miner);
    }

    private static SortedMap<String, BigInteger> recomputed(SettledPool pool, long block) {
        SortedMap<String, BigInteger> parts = new TreeMap<>();
        for (DocumentedSql.Line line : new DocumentedSql(pool.database).lines(block)) {
            parts.put("miner:immature " + line.miner(), line.atoms());
            parts.put("fees ", line.fee());
            parts.put("carry ", line.carry());
        }
        parts.values().removeIf(atoms -> atoms.signum() == 0);
        return parts;
    }

    /** What the ledger has of an event: {@code kind owner} and atoms. */
    private static SortedMap<String, BigInteger> credits(SettledPool pool, long block, String event) {
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        pool.database.list(
                "SELECT a.kind || ' ' || a.owner, t.amount FROM ledger_transfer t"
                        + " JOIN ledger_account a ON a.number = t.to_account WHERE t.event = ?",
                row -> credits.put(row.getString(1), row.getBigDecimal(2).toBigIntegerExact()),
                "settle/" + pool.name + "/" + block + "/" + event);
        return credits;
    }

    private static BigInteger sum(SortedMap<String, BigInteger> parts) {
        return parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** How much of the oldest share's difficulty does not count. */
    private static long edgePart(SettledPool pool, long block) {
        return pool.database
                .first(
                        "SELECT s.difficulty - e.edge_counted FROM block_settlement e JOIN pool_share s"
                                + " ON (s.accepted_at, s.node, s.epoch, s.sequence)"
                                + " = (e.edge_accepted_at, e.edge_node, e.edge_epoch, e.edge_sequence) WHERE e.block = ?",
                        row -> row.getLong(1),
                        block)
                .orElseThrow();
    }

    /** How many atoms would be nobody's if every miner's part were only rounded down. */
    private static long roundedAway(SettledPool pool, long block) {
        List<DocumentedSql.Line> lines = new DocumentedSql(pool.database).lines(block);
        BigInteger net = REWARD.subtract(lines.get(0).fee());
        BigInteger total = lines.stream().map(DocumentedSql.Line::weight).reduce(BigInteger.ZERO, BigInteger::add);
        return lines.stream()
                .map(line -> net.multiply(line.weight()).divide(total))
                .reduce(net, BigInteger::subtract)
                .longValueExact();
    }
}
