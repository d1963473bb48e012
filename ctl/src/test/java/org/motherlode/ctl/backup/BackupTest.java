package org.motherlode.ctl.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

class BackupTest {
    /** What a restore adds to, on purpose. */
    private static final Set<String> ADDED_TO =
            Set.of("payout_terms", "payout_batch", "payout_event", "ledger_check", "ledger_checked");

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final DataSource owner = postgres.ownerDataSource();

    @TempDir
    Path folder;

    private Path file = Path.of("not yet");

    @BeforeEach
    void fill() throws SQLException {
        file = folder.resolve("one.backup");
        Migrations.run(postgres);
        Sample.fill(owner);
    }

    @AfterEach
    void end() {
        postgres.close();
    }

    @Test
    void what_was_changed_since_is_as_it_was() throws IOException, SQLException {
        SortedMap<String, String> before = Sample.rows(owner);
        List<Manifest.Day> days = days(owner);
        backUp();
        Sample.run(
                owner,
                "SELECT share_days_ahead(9)",
                "INSERT INTO pool_share VALUES ('monero', 0, 1700000001, 1, now(), 'eve', '', 5, 1, '')",
                "UPDATE pool_block SET state = 'MATURE'",
                Sample.move("monero", "wallet", "miner:payable bob", 5),
                "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES ('monero', 'bob', true, 'olga', 'why')",
                "DELETE FROM ban");
        assertThat(Sample.rows(owner)).isNotEqualTo(before);

        new RestoringBackup(owner, true).from(file);

        assertThat(without(Sample.rows(owner))).isEqualTo(without(before));
        assertThat(days(owner)).isEqualTo(days);
    }

    @Test
    void an_empty_postgres_becomes_the_same_and_goes_on() throws IOException, SQLException {
        backUp();
        try (EmbeddedPostgres other = EmbeddedPostgres.temporary()) {
            DataSource there = other.ownerDataSource();

            new RestoringBackup(there, false).from(file);

            assertThat(without(Sample.rows(there))).isEqualTo(without(Sample.rows(owner)));
            assertThat(days(there)).isEqualTo(days(owner));
            Migrations.verify(there);
            // Numbers go on, triggers do their work, and the application may do what it could.
            Sample.run(
                    other.appDataSource(),
                    "INSERT INTO pool_share VALUES ('monero', 0, 1700000001, 1, now(), 'eve', '', 5, 1, '')",
                    Sample.move("monero", "wallet", "miner:payable bob", 5));
            assertThat(Sample.list(
                            there,
                            "SELECT balance::int FROM ledger_balance b JOIN ledger_account a"
                                    + " ON a.number = b.account WHERE a.owner = 'bob'",
                            row -> row.getInt(1)))
                    .containsExactly(705);
            assertThat(Sample.list(
                            there, "SELECT work::int FROM share_slice_miner WHERE miner = 'eve'", row -> row.getInt(1)))
                    .containsExactly(5);
            assertThatThrownBy(() -> Sample.run(there, "DELETE FROM ledger_transfer"))
                    .hasMessageContaining("written once");
            assertThat(proof(there)).isEmpty();
        }
    }

    @Test
    void payouts_are_paused_and_what_was_only_reserved_is_in_review() throws IOException, SQLException {
        Sample.run(owner, "INSERT INTO books_pass (pool, invariant, run) VALUES ('monero', 'I1', 7)");
        backUp();

        List<String> told = new RestoringBackup(owner, true).from(file);

        assertThat(Sample.list(owner, "SELECT run FROM books_pass", row -> row.getLong(1)))
                .as("a run that may be another's now")
                .isEmpty();
        assertThat(told)
                .containsExactly(
                        "payout 2 of pool monero was reserved and is in review now",
                        "payouts of pool monero are paused",
                        "payouts of pool second are paused");
        assertThat(Sample.list(
                        owner,
                        "SELECT DISTINCT ON (pool) pool || ' ' || version || ' ' || paused || ' ' || threshold || ' ' || most_receivers"
                                + " || ' ' || (effective_from <= now()) FROM payout_terms ORDER BY pool, version DESC",
                        row -> row.getString(1)))
                .containsExactly("monero 3 true 200 9 true", "second 2 true 7 1000 true");
        assertThat(Sample.list(owner, "SELECT reason FROM payout_terms WHERE paused", row -> row.getString(1)))
                .allSatisfy(reason -> assertThat(reason).startsWith("restored from a backup of 20"));
        assertThat(Sample.list(
                        owner, "SELECT number || ' ' || state FROM payout_batch ORDER BY 1", row -> row.getString(1)))
                .containsExactly("1 CONFIRMED", "2 REVIEW", "3 PREPARED");
        assertThat(Sample.list(owner, "SELECT words FROM payout_batch WHERE number = 2", row -> row.getString(1))
                        .get(0))
                .contains("it may have been signed and sent since");
    }

    @Test
    void a_database_that_is_not_empty_is_left_alone() throws IOException, SQLException {
        backUp();
        SortedMap<String, String> before = Sample.rows(owner);

        assertThatThrownBy(() -> new RestoringBackup(owner, false).from(file))
                .isInstanceOf(BackupException.class)
                .hasMessageContainingAll("this database is not empty", "pool_share", "--throw-away-what-is-there");

        assertThat(Sample.rows(owner)).isEqualTo(before);
    }

    @Test
    void a_restore_that_fails_changes_nothing() throws IOException, SQLException {
        backUp();
        Path forged = Forged.of(file)
                .change("tables/payout_terms.copy", text -> text + "rubbish\n")
                .digest("tables/payout_terms.copy")
                .to(folder.resolve("forged.backup"));
        SortedMap<String, String> before = Sample.rows(owner);

        assertThatThrownBy(() -> new RestoringBackup(owner, true).from(forged)).hasMessageContaining("refuses rows");

        assertThat(Sample.rows(owner)).isEqualTo(before);
    }

    @Test
    void a_server_that_runs_is_noticed() throws IOException, SQLException {
        backUp();
        try (Connection server = postgres.appDataSource().getConnection()) {
            assertThat(server.isValid(5)).isTrue();

            assertThatThrownBy(() -> new RestoringBackup(owner, true).from(file))
                    .hasMessageContainingAll("a server uses this database", "1 connections of motherlode_app");
        }
    }

    @Test
    void an_older_database_is_brought_to_the_newest_tables() throws IOException, SQLException {
        try (EmbeddedPostgres older = EmbeddedPostgres.temporary();
                EmbeddedPostgres newer = EmbeddedPostgres.temporary()) {
            Migrations.runTo(older.ownerDataSource(), "17");
            Sample.run(older.ownerDataSource(), "INSERT INTO pool_node VALUES (7, false)");
            new TakingBackup(older.ownerDataSource(), List.of()).to(file);

            new RestoringBackup(newer.ownerDataSource(), false).from(file);

            Migrations.verify(newer.ownerDataSource());
            assertThat(Sample.list(newer.ownerDataSource(), "SELECT node FROM pool_node", row -> row.getInt(1)))
                    .containsExactly(7);
            assertThatThrownBy(() -> new RestoringBackup(newer.ownerDataSource(), true).from(file))
                    .hasMessageContaining("schema 17: restore it into a database without tables");
        }
    }

    @Test
    void it_is_one_moment_of_a_database_that_goes_on() throws IOException, SQLException {
        try (Connection writer = owner.getConnection()) {
            writer.setAutoCommit(false);
            new Sql(writer).run(Sample.move("monero", "wallet", "miner:payable bob", 9));

            backUp(); // what is not committed does not keep it waiting, and is not in it

            writer.commit();
        }
        assertThat(VerifyingBackup.of(file, Path.of(System.getProperty("java.io.tmpdir"))))
                .contains("owed to miners, XMR: 1700");
    }

    @Test
    void only_its_owner_may_read_it_and_nothing_is_overwritten() throws IOException, SQLException {
        backUp();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::backUp).hasMessageContaining("is there already");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_database_without_our_tables_is_told() {
        try (EmbeddedPostgres bare = EmbeddedPostgres.temporary()) {
            assertThatThrownBy(() -> new TakingBackup(bare.ownerDataSource(), List.of()).to(file))
                    .hasMessageContaining("there are no tables of Motherlode");
        }
        assertThat(file).doesNotExist();
    }

    private void backUp() throws IOException {
        new TakingBackup(owner, List.of()).to(file);
    }

    private static SortedMap<String, String> without(Map<String, String> rows) {
        SortedMap<String, String> kept = new java.util.TreeMap<>(rows);
        assertThat(kept).containsKeys(ADDED_TO.toArray(String[]::new)).hasSizeGreaterThan(20);
        kept.keySet().removeAll(ADDED_TO);
        return kept;
    }

    private static List<Manifest.Day> days(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            new Sql(connection).run("SET TIME ZONE 'UTC'");
            List<Manifest.Day> days = new Catalog(new Sql(connection)).days();
            assertThat(days).hasSizeGreaterThan(8);
            return days;
        }
    }

    private static List<String> proof(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new Books(new Sql(connection)).prove();
        }
    }
}
