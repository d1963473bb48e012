package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.settlement.Stage;

/** Shares 80, 70, 60 and 50 days old and one of today, each of difficulty 100, seven days to be kept, windows of 150. */
class DroppedSharesTest {
    private static final BigInteger WORK = BigInteger.valueOf(100);
    private static final BigInteger WINDOW = BigInteger.valueOf(150);
    private static final Optional<BigInteger> REWARD = Optional.of(BigInteger.valueOf(1_000));

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Database owner;
    private OldDays days;
    private SettledPool pool;

    @BeforeEach
    void start() {
        Migrations.run(postgres);
        owner = new Database(OneConnection.of(postgres.ownerDataSource()));
        days = new OldDays(owner, new Database(OneConnection.of(postgres.appDataSource())), today);
        days.make();
        pool = new SettledPool(OneConnection.of(postgres.appDataSource()), 1, 100, "scale");
        days.terms(pool.name.text(), 1, "'PPLNS', 100, NULL, 'SCALE'");
    }

    @AfterEach
    void end() {
        postgres.close();
    }

    @Test
    void what_nothing_needs_goes_day_by_day_as_far_as_the_next_blocks_window() {
        shares("amy", "bob", "amy", "bob");
        pool.share("amy", WORK, Instant.now());

        assertThat(drop()).isEqualTo("dropped " + day(80));
        assertThat(drop()).isEqualTo("dropped " + day(70));
        assertThat(drop()).isEqualTo("dropped " + day(60));
        assertThat(drop()).isEqualTo("the next blocks of pool-1");
        assertThat(shares()).isEqualTo(2);
    }

    @Test
    void what_an_unsettled_block_was_divided_by_stays_until_it_is_settled() {
        long block = blockOf(70);
        pool.run(block, Stage.ALLOT);
        DocumentedSql sql = new DocumentedSql(pool.database);
        List<DocumentedSql.Line> before = sql.lines(block);
        fillUp();

        assertThat(drop()).startsWith("block " + block + " of pool-1 is IMMATURE");
        pool.becomes(block, "MATURE", REWARD);
        assertThat(drop()).as("the books do not have it yet").startsWith("block " + block + " of pool-1 is MATURE");
        assertThat(sql.lines(block)).isEqualTo(before).hasSize(2);

        pool.run(block, Stage.MATURE);
        assertThat(drop()).isEqualTo("dropped " + day(80));
        assertThat(sql.lines(block)).as("rather nothing than something else").isEmpty();
    }

    @Test
    void a_block_that_waits_for_shares_keeps_its_window() {
        long block = blockOf(70);
        fillUp();

        assertThat(drop()).startsWith("block " + block + " of pool-1 is IMMATURE");
        pool.becomes(block, "ORPHANED", Optional.empty());
        assertThat(drop()).as("nobody asks about it any more").isEqualTo("dropped " + day(80));
    }

    @Test
    void a_young_block_keeps_its_window_though_it_is_settled() {
        shares("amy", "bob", "amy", "bob");
        pool.share("amy", WORK, Instant.now().minus(Duration.ofDays(20)));
        long block = pool.block(BigInteger.valueOf(450), REWARD);
        pool.run(block, Stage.ALLOT);
        pool.becomes(block, "MATURE", REWARD);
        pool.run(block, Stage.MATURE);
        fillUp();

        assertThat(drop()).startsWith("block " + block + " of pool-1 is MATURE");
    }

    @Test
    void the_shares_of_a_pool_that_is_not_open_stay_until_it_is_retired() {
        shares("amy", "bob", "amy", "bob");
        fillUp();

        assertThat(drop(List.of())).isEqualTo("pool pool-1 is neither open nor in pool_retired");
        pool.database.change("INSERT INTO pool_retired VALUES (?, 'eve', 'closed')", pool.name.text());
        assertThat(drop(List.of())).isEqualTo("dropped " + day(80));
    }

    @Test
    void nothing_goes_while_a_node_has_a_gap_or_a_pool_has_no_terms() {
        shares("amy", "bob", "amy", "bob");
        fillUp();
        owner.change("INSERT INTO pool_node VALUES (9)");
        owner.change("INSERT INTO share_progress VALUES (9, 1, 0, 5, now() - interval '90 days', 7)");

        assertThat(drop()).isEqualTo("shares of node 9, epoch 1, have a gap");
        owner.change("UPDATE pool_node SET retired = true WHERE node = 9");
        assertThat(drop()).isEqualTo("dropped " + day(80));

        SettledPool other = new SettledPool(OneConnection.of(postgres.appDataSource()), 2, 0, "scale");
        other.share("amy", WORK, Instant.now());
        assertThat(drop(List.of("pool-1", "pool-2"))).isEqualTo("the next blocks of pool-2");
    }

    @Test
    void a_found_block_in_the_dead_letters_keeps_all_shares_until_somebody_decides() {
        shares("amy", "bob", "amy", "bob");
        fillUp();
        pool.database.change("INSERT INTO dead_letter (letter, queue, why) VALUES ('ID:7', 'blocks', 'newer')");

        assertThat(drop()).isEqualTo("a found block lies in the dead letter ID:7");
        owner.first("SELECT dead_letter_give_up('ID:7', 'eve', 'test')", row -> true);
        assertThat(drop()).isEqualTo("dropped " + day(80));
    }

    @Test
    void only_the_work_of_shares_that_are_there_counts_for_the_next_blocks() {
        shares("amy", "bob", "amy", "bob");
        pool.share("amy", WORK, Instant.now());
        owner.change("UPDATE share_day SET work = 1000 WHERE day = ?::date", today.toString());
        OldDays.AGES.stream().limit(3).forEach(age -> assertThat(drop()).isEqualTo("dropped " + day(age)));

        assertThat(drop()).isEqualTo("the next blocks of pool-1");
    }

    @Test
    void the_application_can_neither_drop_more_than_that_nor_by_other_means() {
        shares("amy", "bob", "amy", "bob");
        fillUp();

        assertThatThrownBy(() -> pool.database.first(
                        "SELECT * FROM share_day_drop(6, 1, ARRAY['pool-1'], ARRAY[150])", row -> row.getString(3)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("at least 7 days");
        assertThatThrownBy(() -> pool.database.change("DROP TABLE pool_share_" + days.table(80)))
                .isInstanceOf(DatabaseException.class);
        assertThat(shares()).isEqualTo(6);
    }

    /** A block by the share of that age, whose window reaches to the share before. */
    private long blockOf(int age) {
        pool.share("bob", WORK, days.noon(80));
        pool.share("amy", WORK, days.noon(age));
        return pool.block(WINDOW, REWARD);
    }

    private void shares(String... miners) {
        for (int index = 0; index < miners.length; index++) {
            pool.share(miners[index], WORK, days.noon(OldDays.AGES.get(index)));
        }
    }

    /** Shares of today that fill the next block's window. */
    private void fillUp() {
        pool.share("amy", WORK, Instant.now());
        pool.share("amy", WORK, Instant.now());
    }

    private String drop() {
        return drop(List.of("pool-1"));
    }

    /** What was dropped, or why nothing was. */
    private String drop(List<String> open) {
        return days.drop(open, WINDOW, 1);
    }

    private long shares() {
        return pool.database
                .first("SELECT count(*) FROM pool_share", row -> row.getLong(1))
                .orElseThrow();
    }

    private LocalDate day(int age) {
        return days.day(age);
    }
}
