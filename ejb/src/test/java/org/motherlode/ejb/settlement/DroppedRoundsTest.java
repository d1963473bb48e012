package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.settlement.Stage;

/** What rounds, windows of so many shares, and blocks of one's own need of old days. */
class DroppedRoundsTest {
    private static final BigInteger WORK = BigInteger.valueOf(100);
    private static final Optional<BigInteger> REWARD = Optional.of(BigInteger.valueOf(1_000));
    private static final String NEXT = "the next blocks of pool-1";

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final OldDays days = days();
    private final SettledPool pool = pool();

    private OldDays days() {
        Migrations.run(postgres);
        return new OldDays(
                new Database(OneConnection.of(postgres.ownerDataSource())),
                new Database(OneConnection.of(postgres.appDataSource())),
                LocalDate.now(ZoneOffset.UTC));
    }

    private SettledPool pool() {
        return new SettledPool(OneConnection.of(postgres.appDataSource()), 1, 100, "scale");
    }

    @BeforeEach
    void old_days() {
        days.make();
    }

    @AfterEach
    void end() {
        postgres.close();
    }

    @Test
    void an_open_round_is_kept_whole_however_long_it_is() {
        days.terms("pool-1", 1, "'PROP', NULL, NULL, NULL");
        share(80);
        share(70);
        long block = pool.block(WORK, REWARD);
        share(60);
        share(50);
        pool.share("amy", WORK, Instant.now());

        assertThat(drop()).startsWith("block " + block + " of pool-1 is IMMATURE");
        settle(block);
        assertThat(drop()).isEqualTo("dropped " + days.day(80));
        assertThat(drop()).as("the open round begins there").isEqualTo(NEXT);

        long next = pool.block(WORK, REWARD);
        pool.run(next, Stage.ALLOT);
        assertThat(pool.weights(next)).containsEntry("amy", BigInteger.valueOf(300));
        settle(next);
        assertThat(drop()).isEqualTo("dropped " + days.day(70));
        assertThat(drop()).as("it is a young block's").startsWith("block " + next + " of pool-1 is MATURE");
    }

    @Test
    void without_a_block_all_shares_are_of_the_open_round() {
        days.terms("pool-1", 1, "'PROP', NULL, NULL, NULL");
        share(80);
        pool.share("amy", WORK, Instant.now());

        assertThat(drop()).isEqualTo(NEXT);
    }

    @Test
    void a_block_that_is_not_frozen_keeps_its_round_back_to_the_block_before() {
        days.terms("pool-1", 1, "'PROP', NULL, NULL, NULL");
        share(80);
        share(70);
        settle(pool.block(WORK, REWARD));
        share(60);
        share(50);
        long open = pool.block(WORK, REWARD);
        pool.share("amy", WORK, Instant.now());

        assertThat(drop()).isEqualTo("dropped " + days.day(80));
        assertThat(drop()).startsWith("block " + open + " of pool-1 is IMMATURE");
    }

    @Test
    void so_many_windows_of_shares_are_kept_for_the_next_blocks() {
        days.terms("pool-1", 1, "'PPLNS', NULL, 2, 'SCALE'");
        OldDays.AGES.forEach(this::share);
        pool.share("amy", WORK, Instant.now());

        assertThat(days.drop(List.of("pool-1"), WORK, 3))
                .as("there are not as many as six shares")
                .isEqualTo(NEXT);
        assertThat(days.drop(List.of("pool-1"), WORK, 2)).isEqualTo("dropped " + days.day(80));
        assertThat(days.drop(List.of("pool-1"), WORK, 2)).isEqualTo(NEXT);
        assertThat(drop()).isEqualTo("dropped " + days.day(70));
        assertThat(drop()).isEqualTo("dropped " + days.day(60));
        assertThat(drop()).isEqualTo(NEXT);
    }

    @Test
    void a_block_that_is_not_frozen_keeps_its_last_shares() {
        days.terms("pool-1", 1, "'PPLNS', NULL, 2, 'SCALE'");
        share(80);
        share(70);
        share(60);
        long open = pool.block(WORK, REWARD);
        share(50);
        pool.share("amy", WORK, Instant.now());

        assertThat(drop()).isEqualTo("dropped " + days.day(80));
        assertThat(drop()).startsWith("block " + open + " of pool-1 is IMMATURE");
    }

    @Test
    void blocks_of_ones_own_keep_nothing_but_an_older_version_may() {
        days.terms("pool-1", 1, "'SOLO', NULL, NULL, NULL");
        share(80);
        share(70);
        long open = pool.block(WORK, REWARD);
        share(60);
        share(50);

        assertThat(drop()).isEqualTo("dropped " + days.day(80));
        days.terms("pool-1", 2, "'PPLNS', 100, NULL, 'SCALE'");
        assertThat(drop()).startsWith("block " + open + " of pool-1 is IMMATURE");
        pool.becomes(open, "ORPHANED", Optional.empty());
        assertThat(drop()).isEqualTo("dropped " + days.day(70));
        assertThat(drop()).isEqualTo("dropped " + days.day(60));
        assertThat(drop()).isEqualTo(NEXT);
    }

    private void share(int age) {
        pool.share("amy", WORK, days.noon(age));
    }

    private void settle(long block) {
        pool.becomes(block, "MATURE", REWARD);
        pool.settle();
    }

    /** One window is kept for the next block. */
    private String drop() {
        return days.drop(List.of("pool-1"), WORK, 1);
    }
}
