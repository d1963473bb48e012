package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.share.ShareBatch;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that is gone without a word to PostgreSQL, with the options that our data sources have, and shorter times. */
class VanishedServerTest {
    private static final Path SCRIPT = Path.of("..", "wildfly-config", "20-database.cli");
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    /** Who waits longer fails instead of hanging. */
    private static final String NOT_FOR_EVER = "-c lock_timeout=30000 -c statement_timeout=60000";

    private final ShareBatch batch = new Batches(1, 7, 0).of(1, 3);

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        new Tables(POSTGRES.ownerDataSource()).empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MotherlodeDS", "MotherlodeShareDS"})
    void both_data_sources_ask_for_the_dead_to_be_noticed(String name) throws Exception {
        Tables tables = new Tables(source(options(name)));

        assertThat(tables.ask("SELECT string_agg(current_setting(s), ' ') FROM unnest(ARRAY['tcp_keepalives_idle',"
                        + " 'tcp_keepalives_interval', 'tcp_keepalives_count', 'tcp_user_timeout',"
                        + " 'client_connection_check_interval', 'idle_in_transaction_session_timeout']) s"))
                .isEqualTo("30 10 3 60000 10s 2min");
    }

    @Test
    void a_transaction_that_nobody_goes_on_with_lets_its_batch_be_stored() throws Exception {
        String sooner = options("MotherlodeShareDS")
                .replace("idle_in_transaction_session_timeout=120000", "idle_in_transaction_session_timeout=500");
        try (Connection vanished = source(sooner).getConnection()) {
            vanished.setAutoCommit(false);
            assertThat(new BatchRows(vanished).addNew(List.of(batch))).hasSize(1);

            new ShareLedger(source(NOT_FOR_EVER), new ShareFigures()).store(List.of(batch));
            assertThat(new Tables(POSTGRES.appDataSource()).shares()).isEqualTo(3);
            assertThatThrownBy(vanished::commit).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void who_waits_for_a_lock_is_let_go_when_his_server_is_gone() throws Exception {
        String sooner = options("MotherlodeShareDS")
                .replace("client_connection_check_interval=10000", "client_connection_check_interval=100");
        try (Connection holder = POSTGRES.appDataSource().getConnection();
                Connection waiting = source(sooner).getConnection();
                Connection next = source(NOT_FOR_EVER).getConnection()) {
            run(holder, "SELECT pg_advisory_lock(1)");
            run(waiting, "SELECT pg_advisory_lock(2)");
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
                assertThatThrownBy(() -> run(waiting, "SELECT pg_advisory_lock(1)"))
                        .isInstanceOf(SQLException.class);
            });
            run(
                    next,
                    "DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"
                            + " LOOP PERFORM pg_sleep(0.01); END LOOP; END $$");
            waiting.abort(Runnable::run);

            run(next, "SELECT pg_advisory_lock(2)");
            asking.get();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource source(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(POSTGRES.url());
        source.setUser(POSTGRES.appUser());
        source.setPassword(POSTGRES.appPassword());
        source.setOptions(options);
        return source;
    }

    private static String options(String dataSource) throws IOException {
        Matcher line = Pattern.compile(
                        "data-source=" + dataSource + "/connection-properties=options:add\\(value=\"([^\"]*)\"\\)")
                .matcher(Files.readString(SCRIPT));
        assertThat(line.find()).as("options of %s", dataSource).isTrue();
        return line.group(1);
    }
}
