package org.motherlode.ctl.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.Folders;

class EmbeddedPostgresTest {
    private static EmbeddedPostgres db;

    @BeforeAll
    static void start() {
        db = EmbeddedPostgres.temporary();
        Migrations.run(db);
    }

    @AfterAll
    static void end() {
        db.close();
    }

    @Test
    void it_is_durable() throws SQLException {
        assertThat(word(db.appDataSource(), "SHOW fsync")).isEqualTo("on");
        assertThat(word(db.appDataSource(), "SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void the_application_sees_the_servers_schema_first() throws SQLException {
        assertThat(word(db.appDataSource(), "SHOW search_path")).isEqualTo("server, motherlode");
        assertThat(word(db.appDataSource(), "SELECT current_schema()")).isEqualTo("server");
    }

    @Test
    void the_application_cannot_make_a_table_among_ours() {
        assertThatThrownBy(() -> run(db.appDataSource(), "CREATE TABLE motherlode.mine (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(db.appDataSource(), "DELETE FROM pool_share"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void the_application_makes_the_tables_of_the_server() throws SQLException {
        run(db.appDataSource(), "CREATE TABLE job_instance (id int)");

        assertThat(word(db.appDataSource(), "SELECT schemaname FROM pg_tables WHERE tablename = 'job_instance'"))
                .isEqualTo("server");
    }

    @Test
    void a_wrong_password_is_refused() {
        var source = Sources.of(db.port(), "motherlode", "motherlode_app", "guess");

        assertThatThrownBy(source::getConnection).hasMessageContaining("password authentication failed");
    }

    @Test
    void migrations_run_once_and_are_verified() {
        Migrations.run(db);
        Migrations.verify(db.ownerDataSource());
    }

    @Test
    void what_was_committed_survives_a_kill() throws SQLException {
        run(db.appDataSource(), "CREATE TABLE kept (word text)");
        run(db.appDataSource(), "INSERT INTO kept VALUES ('here')");
        db.kill();
        assertThatThrownBy(() -> run(db.appDataSource(), "SELECT 1")).isInstanceOf(SQLException.class);
        db.start();

        assertThat(word(db.appDataSource(), "SELECT word FROM kept")).isEqualTo("here");
    }

    @Test
    void a_database_without_migrations_is_named() {
        try (EmbeddedPostgres bare = EmbeddedPostgres.temporary()) {
            assertThatThrownBy(() -> Migrations.verify(bare.ownerDataSource())).hasMessageContaining("Pending");
        }
    }

    @Test
    void a_kept_one_is_found_again(@TempDir Path temp) throws Exception {
        Path home = Folders.open(temp).resolve("postgres");
        org.motherlode.ctl.process.Program.of(java.util.List.of("chmod", "755", temp.toString()))
                .succeed();
        try (EmbeddedPostgres first = EmbeddedPostgres.kept(home, 0)) {
            run(first.appDataSource(), "CREATE TABLE kept (word text)");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.kept(home, 0);
                EmbeddedPostgres adopted = EmbeddedPostgres.kept(home, 0)) {
            assertThat(adopted.port()).isEqualTo(second.port());
            assertThat(word(second.appDataSource(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
