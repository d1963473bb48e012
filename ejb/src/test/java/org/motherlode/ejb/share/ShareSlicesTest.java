package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.OlderTables;

/** The sums of ten minutes. */
class ShareSlicesTest {
    private static final String SHARES =
            "INSERT INTO pool_share SELECT 'pool-' || n %% 2, n %% 3, 1, n, now() - n * interval '7 minutes', 'miner-' || n %% 5,"
                    + " 'rig', 1000 + n, 42, '' FROM generate_series(%d, %d) n";
    private static final String DAYS = "SELECT share_days_ahead(1)";

    @Test
    void shares_that_were_stored_before_are_summed_too_and_their_days_get_a_place() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            OlderTables.migrate(postgres, "13");
            Tables tables = new Tables(postgres.ownerDataSource());
            tables.ask(DAYS);
            tables.change(SHARES.formatted(1, 500));
            Migrations.run(postgres);

            assertThat(tables.slicesAreShares()).isTrue();
            assertThat(partitions(tables, "share_slice_miner")).isEqualTo(partitions(tables, "pool_share"));
            tables.change(SHARES.formatted(501, 900));
            assertThat(tables.slicesAreShares()).isTrue();
        }
    }

    @Test
    void a_day_of_shares_comes_with_its_sums_and_takes_them_along() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            Migrations.run(postgres);
            Tables tables = new Tables(postgres.ownerDataSource());
            tables.ask(DAYS);
            assertThat(partitions(tables, "share_slice_miner")).isEqualTo(partitions(tables, "pool_share"));

            tables.change("CREATE TABLE pool_share_20260301 PARTITION OF pool_share"
                    + " FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-03-02 00:00:00+00')");
            tables.ask("SELECT share_slice_day('2026-03-01')");
            tables.change(
                    "INSERT INTO pool_share SELECT 'gone', 1, 1, n, '2026-03-01 00:00:00+00', 'amy', 'rig', n, 1, ''"
                            + " FROM generate_series(1, 3) n");
            tables.change("INSERT INTO pool_retired VALUES ('gone', 'eve', 'closed')");
            assertThat(tables.ask("SELECT dropped FROM share_day_drop(7, 1, '{}', '{}')"))
                    .isEqualTo("2026-03-01");

            assertThat(tables.ask("SELECT count(*) FROM share_slice")).isEqualTo("0");
            assertThat(tables.ask("SELECT count(*) FROM share_slice_miner")).isEqualTo("0");
            assertThat(partitions(tables, "share_slice_miner")).isEqualTo(partitions(tables, "pool_share"));
        }
    }

    private static String partitions(Tables tables, String parent) throws SQLException {
        return tables.ask("SELECT string_agg(replace(c.relname, '" + parent + "', ''), ' ' ORDER BY c.relname)"
                + " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '" + parent
                + "'::regclass");
    }
}
