package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** The window by sums of ten minutes against its definition, share by share. */
class RandomWindowsTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration SLICE = Duration.ofMinutes(10);
    private static final int WINDOWS = 120;

    private static Database owner;
    private static Database database;

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
        owner = new Database(OneConnection.of(POSTGRES.ownerDataSource()));
        database = new Database(OneConnection.of(POSTGRES.appDataSource()));
        // One of the two days has partitions, the other one's shares and sums lie in the rest.
        owner.change("CREATE TABLE pool_share_20260302 PARTITION OF pool_share"
                + " FOR VALUES FROM ('2026-03-02 00:00:00+00') TO ('2026-03-03 00:00:00+00')");
        owner.list("SELECT share_slice_day('2026-03-02')", row -> true);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    /** What the definition says of a window. */
    private record Expected(
            Optional<WindowShare> edge, BigInteger counted, Map<String, BigInteger> weights, BigInteger filled) {
        static Expected of(List<WindowShare> all, WindowShare last, BigInteger size) {
            Map<String, BigInteger> weights = new TreeMap<>();
            Optional<WindowShare> edge = Optional.empty();
            BigInteger counted = BigInteger.ZERO;
            BigInteger room = size;
            for (WindowShare share : all.stream()
                    .filter(share -> share.compareTo(last) <= 0)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                if (room.signum() == 0) {
                    break;
                }
                edge = Optional.of(share);
                counted = share.difficulty().min(room);
                weights.merge(share.miner(), counted, BigInteger::add);
                room = room.subtract(counted);
            }
            return new Expected(edge, counted, weights, size.subtract(room));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_window_is_the_same_by_sums_and_share_by_share(long seed) {
        Random random = new Random(seed);
        String pool = "pool-" + seed;
        List<WindowShare> shares = RandomShares.shares(random, seed);
        insert(pool, shares);
        insert("beside-" + pool, RandomShares.shares(random, seed + 100));

        assertThat(database.list(
                        "SELECT DISTINCT tableoid::regclass::text AS part FROM share_slice_miner WHERE pool = ?",
                        row -> row.getString("part"),
                        pool))
                .containsExactlyInAnyOrder("share_slice_miner_20260302", "share_slice_miner_rest");

        for (int window = 0; window < WINDOWS; window++) {
            WindowShare last = RandomShares.last(shares, random);
            check(pool, shares, last, RandomShares.size(shares, last, random));
        }
        removeSome(pool, shares, random);
        for (int window = 0; window < WINDOWS / 4; window++) {
            WindowShare last = RandomShares.last(shares, random);
            check(pool, shares, last, RandomShares.size(shares, last, random));
        }
    }

    @Test
    void a_window_without_any_share_has_no_edge() {
        check("nobodys", List.of(), row(MIDNIGHT, 1, "amy", 1), BigInteger.TEN);
    }

    @Test
    void sums_that_are_not_those_of_the_shares_divide_no_reward() {
        WindowShare old = row(MIDNIGHT, 7001, "amy", 100);
        WindowShare last = row(MIDNIGHT.plus(SLICE.multipliedBy(3)), 7003, "bob", 100);
        insert("wrong", List.of(old, row(MIDNIGHT.plus(SLICE), 7002, "amy", 100), last));

        owner.change("UPDATE share_slice SET work = work + 1 WHERE pool = 'wrong' AND since = ?", MIDNIGHT);
        assertThatThrownBy(() -> window("wrong", last, BigInteger.valueOf(10_000)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("are not what share_slice says of them: 300 and not 301");
        owner.change("UPDATE share_slice SET work = work - 1 WHERE pool = 'wrong' AND since = ?", MIDNIGHT);
        owner.change(
                "UPDATE share_slice_miner SET work = work + 1 WHERE pool = 'wrong' AND since = ?",
                MIDNIGHT.plus(SLICE));
        assertThatThrownBy(() -> window("wrong", last, BigInteger.valueOf(10_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("301 by miner and 300 by time");
    }

    @Test
    void a_share_that_was_stored_is_not_changed() {
        insert("fixed", List.of(row(MIDNIGHT, 8001, "amy", 100)));

        assertThatThrownBy(() -> owner.change("UPDATE pool_share SET difficulty = 1"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("written once");
    }

    private static void check(String pool, List<WindowShare> shares, WindowShare last, BigInteger size) {
        Expected expected = Expected.of(shares, last, size);
        BlockRow block = block(pool, last);
        WindowSql sql = new WindowSql(database);

        Optional<WindowSql.Edge> edge = sql.edge(block, size);
        assertThat(edge)
                .isEqualTo(expected.edge()
                        .map(share ->
                                new WindowSql.Edge(share.at(), share.number(), expected.counted(), expected.filled())));
        assertThat(edge.map(oldest -> sql.weights(block, oldest))).isEqualTo(edge.map(oldest -> expected.weights()));
    }

    private static Map<String, BigInteger> window(String pool, WindowShare last, BigInteger size) {
        BlockRow block = block(pool, last);
        WindowSql sql = new WindowSql(database);
        return sql.weights(block, sql.edge(block, size).orElseThrow());
    }

    private static BlockRow block(String pool, WindowShare last) {
        return new BlockRow(
                1,
                new PoolName(pool),
                100,
                "amy",
                Difficulty.of(1),
                Optional.empty(),
                Optional.empty(),
                last.number(),
                last.at());
    }

    private static WindowShare row(Instant at, int sequence, String miner, long difficulty) {
        return new WindowShare(at, new ShareNumber(9, 1, sequence), miner, BigInteger.valueOf(difficulty));
    }

    private static void insert(String pool, List<WindowShare> shares) {
        new ShareRows(database).insert(pool, shares);
    }

    private static void removeSome(String pool, List<WindowShare> shares, Random random) {
        List<WindowShare> gone =
                shares.stream().filter(share -> random.nextInt(4) == 0).toList();
        gone.forEach(share -> owner.change(
                "DELETE FROM pool_share WHERE pool = ? AND node = ? AND epoch = ? AND sequence = ?",
                pool,
                share.number().node(),
                share.number().epoch(),
                share.number().sequence()));
        shares.removeAll(gone);
    }
}
