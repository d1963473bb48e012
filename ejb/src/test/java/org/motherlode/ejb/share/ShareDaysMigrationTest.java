package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.OlderTables;

/** A database of the time before shares were counted by day. */
class ShareDaysMigrationTest {
    @Test
    void shares_that_were_stored_before_are_counted_too() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            OlderTables.migrate(postgres, "5");
            Tables tables = new Tables(postgres.ownerDataSource());
            tables.change("INSERT INTO pool_share SELECT 'monero', 1, 1, n, timestamptz '2026-03-01 23:59:58Z'"
                    + " + n * interval '1 second', 'amy', 'rig' || n % 2, n, 42, '' FROM generate_series(1, 4) n");

            Migrations.run(postgres);

            assertThat(tables.days())
                    .isEqualTo("monero amy 2026-03-02 2 6 2026-03-02 00:00:02+00,"
                            + "monero amy 2026-03-01 1 1 2026-03-01 23:59:59+00,"
                            + "monero amy 2026-03-02 1 3 2026-03-02 00:00:01+00");
            assertThat(tables.daysAreShares()).isTrue();
        }
    }
}
