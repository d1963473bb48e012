package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A window that is made of an earlier one, against the same summed from all its shares. */
class MovedWindowTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final int WINDOWS = 80;

    private static long lives;
    private static Database database;

    private String pool = "";
    private long life;

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
        database = new Database(OneConnection.of(POSTGRES.appDataSource()));
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @BeforeEach
    void open() {
        begin();
    }

    /** Another pool, with shares of another life: no two shares have one number. */
    private void begin() {
        lives++;
        life = lives * 1_000_000;
        pool = "pool-" + lives;
        new FrozenRows(database).open(pool);
    }

    /** One after the other, some of them for an older block than the one before, in sizes that grow and shrink. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void it_has_the_same_weights(long seed) {
        Random random = new Random(seed);
        List<WindowShare> shares = new ArrayList<>(RandomShares.shares(random, life));
        insert(shares);
        int moved = 0;
        for (int window = 0; window < WINDOWS; window++) {
            if (random.nextInt(8) == 0) {
                List<WindowShare> late = late(shares, random, life + 1 + window);
                insert(late);
                shares.addAll(late);
            }
            WindowShare last = RandomShares.last(shares, random);
            BlockRow block = block(last);
            Optional<WindowSql.Edge> edge = sql().edge(block, RandomShares.size(shares, last, random));
            if (edge.isPresent()) {
                Map<String, BigInteger> all = sql().weights(block, edge.get());
                Optional<? extends Map<String, BigInteger>> proposed = moved().weights(block, edge.get());
                proposed.ifPresent(weights -> assertThat(weights).isEqualTo(all));
                moved += proposed.isPresent() ? 1 : 0;
                new FrozenRows(database).add(block, edge.get(), all);
            }
        }
        assertThat(moved).isGreaterThan(2);
    }

    @Test
    void a_share_that_was_stored_after_the_earlier_freeze_is_noticed() {
        insert(minutes(1, 100));
        freezeAt(80, 600);
        assertThat(proposed(90, 600)).isPresent();

        insert(List.of(share(50, 7_001, "late")));
        assertThat(proposed(90, 600)).as("it is in both windows").isEmpty();
        assertThat(weighed(90, 600)).containsKey("late");
    }

    @Test
    void so_is_one_that_has_left_the_window_since() {
        insert(minutes(1, 100));
        freezeAt(80, 600);

        insert(List.of(share(25, 7_001, "amy")));
        assertThat(proposed(90, 600)).isEmpty();
        assertThat(weighed(90, 600)).isEqualTo(sql().weights(block(90), edge(90, 600)));
    }

    @Test
    void one_that_came_after_the_earlier_window_is_none_of_them() {
        insert(minutes(1, 100));
        freezeAt(80, 600);

        insert(List.of(share(85, 7_001, "late"), share(10, 7_002, "late")));
        assertThat(proposed(90, 600).orElseThrow()).containsEntry("late", BigInteger.TEN);
    }

    @Test
    void what_holds_less_than_half_of_it_is_of_no_use() {
        insert(minutes(1, 100));
        freezeAt(40, 600);

        assertThat(proposed(90, 600)).isEmpty();
    }

    @Test
    void a_pool_does_not_go_by_another_ones_window() {
        insert(minutes(1, 100));
        freezeAt(80, 600);
        begin();
        insert(minutes(1, 100));

        assertThat(proposed(90, 600)).isEmpty();
    }

    /** A miner whose only share is the one that was cut in the earlier window and is not in this one. */
    @Test
    void who_has_nothing_left_is_not_in_it() {
        List<WindowShare> shares = new ArrayList<>(minutes(1, 100));
        shares.set(20, share(21, 21, "gone"));
        insert(shares);
        freezeAt(80, 595);
        assertThat(edge(80, 595).number().sequence()).isEqualTo(21);

        assertThat(proposed(90, 595).orElseThrow())
                .doesNotContainKey("gone")
                .isEqualTo(sql().weights(block(90), edge(90, 595)));
    }

    private Optional<? extends Map<String, BigInteger>> proposed(int minute, long work) {
        return moved().weights(block(minute), edge(minute, work));
    }

    private Map<String, BigInteger> weighed(int minute, long work) {
        BlockRow block = block(minute);
        return moved().weights(block, edge(minute, work)).orElseGet(() -> sql().weights(block, edge(minute, work)));
    }

    private void freezeAt(int minute, long work) {
        WindowSql.Edge edge = edge(minute, work);
        BlockRow block = block(minute);
        new FrozenRows(database).add(block, edge, sql().weights(block, edge));
    }

    private WindowSql.Edge edge(int minute, long work) {
        return sql().edge(block(minute), BigInteger.valueOf(work)).orElseThrow();
    }

    private BlockRow block(int minute) {
        return block(share(minute, minute, "amy"));
    }

    private BlockRow block(WindowShare last) {
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

    /** One a minute, each worth ten. */
    private List<WindowShare> minutes(int first, int last) {
        List<WindowShare> shares = new ArrayList<>();
        for (int minute = first; minute <= last; minute++) {
            shares.add(share(minute, minute, "miner-" + minute % 7));
        }
        return shares;
    }

    private WindowShare share(int minute, int sequence, String miner) {
        Instant at = MIDNIGHT.plus(Duration.ofMinutes(minute));
        return new WindowShare(at, new ShareNumber(9, life, sequence), miner, BigInteger.TEN);
    }

    /** As from a node that had been away. */
    private static List<WindowShare> late(List<WindowShare> shares, Random random, long epoch) {
        WindowShare beside = shares.get(random.nextInt(shares.size()));
        return List.of(new WindowShare(
                beside.at(), new ShareNumber(4, epoch, 1), "late-" + random.nextInt(3), BigInteger.valueOf(77)));
    }

    private void insert(List<WindowShare> shares) {
        new ShareRows(database).insert(pool, shares);
    }

    private static WindowSql sql() {
        return new WindowSql(database);
    }

    private static MovedWindow moved() {
        return new MovedWindow(database, sql());
    }
}
