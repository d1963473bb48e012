package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.OneTransaction;
import org.motherlode.ejb.settlement.WeighedWindow.Unit;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.Window;
import org.motherlode.model.reward.WindowLength;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** Windows of so many shares, rounds and blocks of one's own against their definitions, share by share. */
class RandomSchemesTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final int BLOCKS = 60;

    private static Database database;

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
        database = new Database(OneConnection.of(POSTGRES.appDataSource()));
        Database owner = new Database(OneConnection.of(POSTGRES.ownerDataSource()));
        // One of the two days has partitions, the other one's shares and sums lie in the rest.
        owner.change("CREATE TABLE pool_share_20260302 PARTITION OF pool_share"
                + " FOR VALUES FROM ('2026-03-02 00:00:00+00') TO ('2026-03-03 00:00:00+00')");
        owner.list("SELECT share_slice_day('2026-03-02')", row -> true);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_last_shares_are_those_that_are_counted_one_by_one(long seed) {
        Random random = new Random(seed);
        String pool = "last-" + seed;
        List<WindowShare> shares = RandomShares.shares(random, seed);
        insert(pool, shares);
        insert("beside-" + pool, RandomShares.shares(random, seed + 100));

        for (int block = 0; block < BLOCKS; block++) {
            WindowShare last = RandomShares.last(shares, random);
            List<WindowShare> before = newestFirst(shares, last);
            int wanted = 1 + random.nextInt(before.size() + 20);
            List<WindowShare> counted = before.stream().limit(wanted).toList();
            Pplns scheme = new Pplns(new WindowLength.Shares(wanted), Unfilled.SCALE, new BasisPoints(0));
            WeighedWindow window = new Weighing(database).of(row(1, pool, last), scheme);

            assertThat(window.unit()).isEqualTo(Unit.SHARES);
            assertThat(window.window()).isEqualTo(Window.ofShares("finder", weights(counted), counted.size(), wanted));
            assertThat(window.edge().map(Edge::number))
                    .isEqualTo(oldest(counted).map(WindowShare::number));
            assertThat(window.edge().map(Edge::counted))
                    .isEqualTo(oldest(counted).map(WindowShare::difficulty));
            assertThat(window.edge().map(Edge::acceptedAt))
                    .isEqualTo(oldest(counted).map(WindowShare::at));
        }
    }

    @Test
    void no_more_shares_are_read_than_the_window_has() throws SQLException {
        insert("many", RandomShares.shares(new Random(9), 900));
        WindowShare last =
                new WindowShare(Instant.parse("2026-03-02T23:00:00Z"), new ShareNumber(9, 1, 1), "amy", BigInteger.ONE);
        Pplns scheme = new Pplns(new WindowLength.Shares(50), Unfilled.SCALE, new BasisPoints(0));

        long read = new OneTransaction(POSTGRES.appDataSource()).run(one -> {
            Database inside = new Database(one);
            long before = read(inside);
            Window window =
                    new Weighing(inside).of(row(1, "many", last), scheme).window();
            assertThat(window.filled()).isEqualTo(50);
            return read(inside) - before;
        });
        // One more of each of the two tables that shares lie in, to see which goes first.
        assertThat(read).isBetween(50L, 52L);
    }

    private static long read(Database inside) {
        return inside.first(
                        "SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint AS read"
                                + " FROM pg_stat_xact_user_tables WHERE relname LIKE 'pool_share%'",
                        row -> row.getLong("read"))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_round_is_what_came_after_the_block_before_whatever_became_of_that(long seed) {
        Random random = new Random(seed);
        String pool = "round-" + seed;
        List<WindowShare> shares = RandomShares.shares(random, 50 + seed);
        insert(pool, shares);
        insert("beside-" + pool, RandomShares.shares(random, seed + 200));
        Map<WindowShare, Long> blocks = new TreeMap<>();
        for (int block = 0; block < BLOCKS / 3; block++) {
            WindowShare last = RandomShares.last(shares, random);
            blocks.computeIfAbsent(last, share -> store(pool, share, random));
            store("beside-" + pool, RandomShares.last(shares, random), random);
        }

        List<Map.Entry<WindowShare, Long>> order = new ArrayList<>(blocks.entrySet());
        Map<Long, WeighedWindow> rounds = new TreeMap<>();
        for (int index = 0; index < order.size(); index++) {
            Optional<Map.Entry<WindowShare, Long>> previous =
                    Optional.of(index).filter(at -> at > 0).map(at -> order.get(at - 1));
            List<WindowShare> counted = newestFirst(shares, order.get(index).getKey()).stream()
                    .filter(share -> previous.filter(block -> share.compareTo(block.getKey()) <= 0)
                            .isEmpty())
                    .toList();
            WeighedWindow round = round(pool, order.get(index));

            assertThat(round.unit()).isEqualTo(Unit.WORK);
            assertThat(round.window()).isEqualTo(Window.ofRound("finder", weights(counted)));
            assertThat(round.previous()).isEqualTo(previous.map(Map.Entry::getValue));
            assertThat(round.edge().map(Edge::number)).isEqualTo(oldest(counted).map(WindowShare::number));
            rounds.put(order.get(index).getValue(), round);
        }

        blocks.values().forEach(block -> {
            String fate = random.nextBoolean() ? "ORPHANED" : "MATURE";
            database.change("UPDATE pool_block SET state = ? WHERE number = ?", fate, block);
        });
        order.forEach(block -> assertThat(round(pool, block))
                .as("whatever became of the blocks")
                .isEqualTo(rounds.get(block.getValue())));
    }

    private static WeighedWindow round(String pool, Map.Entry<WindowShare, Long> block) {
        return new Weighing(database).of(row(block.getValue(), pool, block.getKey()), new Prop());
    }

    @Test
    void who_finds_a_block_of_his_own_needs_no_share() {
        WindowShare last = RandomShares.shares(new Random(1), 300).get(0);

        assertThat(new Weighing(database).of(row(1, "alone", last), new Solo()))
                .isEqualTo(new WeighedWindow(
                        Window.ofShares("finder", Map.of("finder", BigInteger.ONE), 1, 1),
                        Unit.SHARES,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static List<WindowShare> newestFirst(List<WindowShare> shares, WindowShare last) {
        return shares.stream()
                .filter(share -> share.compareTo(last) <= 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<WindowShare> oldest(List<WindowShare> shares) {
        return shares.stream().min(Comparator.naturalOrder());
    }

    private static Map<String, BigInteger> weights(List<WindowShare> shares) {
        Map<String, BigInteger> weights = new TreeMap<>();
        shares.forEach(share -> weights.merge(share.miner(), share.difficulty(), BigInteger::add));
        return weights;
    }

    private static BlockRow row(long number, String pool, WindowShare last) {
        return new BlockRow(
                number,
                new PoolName(pool),
                100,
                "finder",
                Difficulty.of(1),
                Optional.empty(),
                Optional.empty(),
                last.number(),
                last.at());
    }

    private static long store(String pool, WindowShare last, Random random) {
        return database.first(
                        "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                                + " watermark_node, watermark_epoch, watermark_sequence, found_at, bytes) VALUES (?, 100,"
                                + " gen_random_uuid()::text, ?, 'finder', 'rig', 1, 'XMR', ?, ?, ?, ?, '') RETURNING number",
                        row -> row.getLong(1),
                        pool,
                        List.of("FOUND", "IMMATURE", "ORPHANED", "MATURE").get(random.nextInt(4)),
                        last.number().node(),
                        last.number().epoch(),
                        last.number().sequence(),
                        last.at())
                .orElseThrow();
    }

    private static void insert(String pool, List<WindowShare> shares) {
        new ShareRows(database).insert(pool, shares);
    }
}
