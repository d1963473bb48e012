package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

/** The check of the books, and the commands of docs/payouts.md about it, on a pool whose node and wallet are away. */
class CheckedBooksTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Path DOCUMENT = Path.of(System.getProperty("motherlode.project"), "docs", "payouts.md");
    private static final String BROUGHT = "a1".repeat(32);
    private static final String BROKEN =
            "I1: wallet is -5 and its transfers sum to -6; capital is 5 and its transfers sum to 6";

    private static EmbeddedPostgres database;
    private static WildFly server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = EmbeddedPostgres.temporary();
        Migrations.run(database);
        server = WildFly.start(
                TestServers.base("checked", List.of(TestServers.ear()), List.of(TestServers.lonelyPool())),
                ServerSettings.with(TestServers.portOffset(), database).with("motherlode.pay.interval-seconds", "1"));
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    void the_books_are_checked_as_the_server_starts_and_by_the_documented_commands() throws Exception {
        await(
                "8",
                "SELECT count(*) FROM books_result WHERE checked_at IS NOT NULL OR unknown LIKE '%does not answer%'");
        await(
                "1",
                "SELECT count(*) FROM job_execution JOIN job_instance USING (jobinstanceid)"
                        + " WHERE jobname = 'check-books' AND batchstatus = 'COMPLETED'");
        told("the last check could not tell: I4 is never known: ");

        run(command("book-deposit")
                .replace("\"3\"", "\"0.000000000005\"")
                .replace("=ID", "=" + BROUGHT.toUpperCase(Locale.ROOT)));
        await("booked " + BROUGHT + " as a DEPOSIT, 0.000000000005 XMR from wallet to capital", status("book-deposit"));
        run(command("book-withdrawal").replace("=ID", "=" + "2".repeat(64)));
        await(
                "refused: 12.500030660000 XMR are more than the 0.000000000005 XMR",
                "SELECT left((" + status("book-withdrawal") + "), 65)");
        run(command("book-known").replace("=ID", "=" + "3".repeat(64)));
        await("booked " + "3".repeat(64) + " as a KNOWN", status("book-known"));

        changeTransfer(6);
        run(command("check-books"));
        told("nothing is paid, for the books are wrong: " + BROKEN);
        assertThat(get("/prometheus")).contains("invariant=\"I1\",pool=\"monero\"} 1.0");
        await("1", "SELECT count(*) FROM job_execution WHERE exitstatus LIKE 'monero: I1 is broken: %'");
        changeTransfer(5);
        run(command("check-books"));
        told("nothing is known to be wrong with the books");

        run(command("book-reversal").replace("=ID", "=" + BROUGHT));
        await(
                "booked " + BROUGHT + " as a REVERSAL, 0.000000000005 XMR from capital to wallet",
                status("book-reversal"));
    }

    private static void told(String words) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, () -> get("/health/ready").contains(words)))
                .as(words)
                .isTrue();
    }

    /** By the tables' owner, triggers off. */
    private static void changeTransfer(long atoms) throws IOException {
        DataSource owner = database.ownerDataSource();
        for (String statement : List.of(
                "ALTER TABLE ledger_transfer DISABLE TRIGGER USER",
                "UPDATE ledger_transfer SET amount = " + atoms + " WHERE event LIKE 'wallet/monero/%'",
                "ALTER TABLE ledger_transfer ENABLE TRIGGER USER")) {
            try (Connection connection = owner.getConnection();
                    Statement change = connection.createStatement()) {
                change.execute(statement);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    private static String status(String job) {
        return "SELECT exitstatus FROM job_execution JOIN job_instance USING (jobinstanceid) WHERE jobname = '" + job
                + "'";
    }

    private static String get(String path) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.management(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The page's command that starts this job. */
    private static String command(String job) throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("/deployment=") && line.contains("job-xml-name=" + job + ","))
                .findFirst()
                .orElseThrow();
    }

    private static void run(String command) throws IOException {
        assertThat(server.console(command)).contains("\"outcome\" => \"success\"");
    }

    private static void await(String expected, String query) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, () -> ask(query).equals(expected)))
                .as(query)
                .isTrue();
    }

    /** The first column of the first row, as text; empty if there is none. */
    private static String ask(String query) throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
