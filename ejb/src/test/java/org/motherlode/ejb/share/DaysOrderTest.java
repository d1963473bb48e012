package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.share.ShareBatch;

/** Days that are made or dropped while shares are being stored. */
class DaysOrderTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final String SOMEBODY_WAITS = "SET statement_timeout = '1min';"
            + " DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"
            + " LOOP PERFORM pg_sleep(0.01); END LOOP; END $$";

    private static final Tables OWNER = new Tables(POSTGRES.ownerDataSource());

    @BeforeAll
    static void migrate() throws SQLException {
        Migrations.run(POSTGRES);
        OWNER.change("CREATE TABLE pool_share_20250301 PARTITION OF pool_share"
                + " FOR VALUES FROM ('2025-03-01 00:00:00+00') TO ('2025-03-02 00:00:00+00')");
        OWNER.change("CREATE TABLE share_batch_20250301 PARTITION OF share_batch"
                + " FOR VALUES FROM ('2025-03-01') TO ('2025-03-02')");
        OWNER.change("INSERT INTO pool_retired VALUES ('monero', 'eve', 'closed')");
        // On a slow machine they wait for as long as they must; that two wait for each other is seen after a second.
        OWNER.change("ALTER FUNCTION share_days_ahead SET lock_timeout = '1min'");
        OWNER.change("ALTER FUNCTION share_day_drop SET lock_timeout = '1min'");
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | SELECT share_days_ahead(1)", "2 | SELECT dropped FROM share_day_drop(7, 1, '{}', '{}')"})
    void who_stores_shares_and_who_makes_or_drops_a_day_never_wait_for_each_other(long epoch, String days)
            throws Exception {
        ShareBatch batch = new Batches(1, epoch, 0).of(1, 3);
        try (Connection storing = POSTGRES.appDataSource().getConnection()) {
            storing.setAutoCommit(false);
            List<ShareBatch> added = new BatchRows(storing).addNew(List.of(batch));
            CompletableFuture<String> made = CompletableFuture.supplyAsync(() -> ask(days));
            OWNER.change(SOMEBODY_WAITS);

            CopyText rows = new CopyText();
            added.forEach(rows::add);
            new ShareRows(storing).copy(rows);
            storing.commit();
            assertThat(made.get()).isIn("2", "2025-03-01");
        }
        assertThat(OWNER.ask("SELECT count(*) FROM pool_share WHERE epoch = " + epoch))
                .isEqualTo("3");
    }

    private static String ask(String days) {
        try {
            return new Tables(POSTGRES.appDataSource()).ask(days);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
