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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

/** The commands of docs/payouts.md, as an operator types them, about a payout in review of a pool whose node is away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the second pays out what the first gave back
class ResolvedPayoutTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Path DOCUMENT = Path.of(System.getProperty("motherlode.project"), "docs", "payouts.md");

    private static EmbeddedPostgres database;
    private static WildFly server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = EmbeddedPostgres.temporary();
        Migrations.run(database);
        server = WildFly.start(
                TestServers.base("resolved", List.of(TestServers.ear()), List.of(TestServers.lonelyPool())),
                ServerSettings.with(TestServers.portOffset(), database)
                        .with("motherlode.pay.interval-seconds", "3600"));
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    @Order(1)
    void a_person_decides_by_the_documented_commands_and_the_tables_keep_who_and_why() throws Exception {
        inReview(1);
        assertThat(Waiting.until(PATIENCE, () -> get("/health/ready").contains("payout 1 is REVIEW")))
                .as("health tells of the payout")
                .isTrue();
        assertThat(get("/prometheus"))
                .contains("motherlode_payouts_review{WF_DEPLOYMENT=\"motherlode.ear\",pool=\"monero\"} 1.0");

        String refused = command("decision=release").replace(",force=true", "");
        start(refused.replace("payout=42", "payout=1"));
        await("refused", "SELECT left(exitstatus, 7) FROM job_execution WHERE exitstatus LIKE 'refused: the chain%'");
        assertThat(ask("SELECT state FROM payout_batch")).isEqualTo("REVIEW");
        assertThat(ask("SELECT count(*) FROM payout_decision")).isEqualTo("0");

        start(command("decision=ask").replace("payout=42", "payout=1"));
        await("PREPARED", "SELECT state FROM payout_batch WHERE number = 1");
        assertThat(ask("SELECT decision || ' ' || actor || ': ' || reason FROM payout_decision"))
                .isEqualTo("ASK your name: why");

        ask("UPDATE payout_batch SET state = 'REVIEW' WHERE number = 1 RETURNING state");
        start(command("force=true").replace("payout=42", "payout=1"));
        await("RELEASED", "SELECT state FROM payout_batch WHERE number = 1");
        assertThat(ask("SELECT balance FROM ledger_balance WHERE kind = 'miner:payable'"))
                .isEqualTo("5");
        assertThat(ask("SELECT chain_says FROM payout_decision WHERE decision = 'RELEASE'"))
                .contains("monerod", "does not answer");
    }

    @Test
    @Order(2)
    void two_persons_release_a_payout_by_the_documented_command_and_a_third_refuses_it() throws Exception {
        String owner = "'" + TestServers.ADDRESS + "'";
        long number = Long.parseLong(
                ask(
                        "INSERT INTO payout_batch (pool, asset, total, begun_at) VALUES ('monero', 'XMR', 5, NULL) RETURNING number"));
        ask("INSERT INTO payout_item VALUES (" + number + ", " + owner + ", 5) RETURNING 1");
        ask(
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), 'test 2', 'monero', f.number, t.number, 5, 'XMR'"
                        + " FROM ledger_account f, ledger_account t WHERE f.kind = 'miner:payable' AND t.kind = 'miner:reserved' RETURNING 1");
        String release = command("job-xml-name=release-payout").replace("payout=42", "payout=" + number);
        String refuse = command("decision=refuse").replace("payout=42", "payout=" + number);

        start(release);
        await("1", "SELECT count(*) FROM payout_release");
        start(release.replace("your name", "YourName"));
        await("1", "SELECT count(*) FROM job_execution WHERE exitstatus LIKE 'refused: YourName has released%'");
        start(release.replace("your name", "olga"));
        await("2", "SELECT count(*) FROM payout_release");

        start(command("job-xml-name=try-payouts"));
        await("WAITS_FOR_RELEASE", "SELECT reason FROM payout_dry_run WHERE miner = " + owner);

        start(refuse);
        await("RELEASED", "SELECT state FROM payout_batch WHERE number = " + number);
        await("true", "SELECT held::text FROM payout_hold WHERE miner = " + owner);
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.management(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The page's command that has this in it. */
    private static String command(String part) throws IOException {
        Matcher command =
                Pattern.compile("^/deployment=.*-payout.*$", Pattern.MULTILINE).matcher(Files.readString(DOCUMENT));
        return command.results()
                .map(found -> found.group())
                .filter(line -> line.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static void start(String command) throws IOException {
        assertThat(server.console(command)).contains("\"outcome\" => \"success\"");
    }

    private static void await(String expected, String query) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, () -> ask(query).equals(expected)))
                .as(query)
                .isTrue();
    }

    private static void inReview(long number) throws IOException {
        String owner = "'" + TestServers.ADDRESS + "'";
        for (String statement : List.of(
                "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'wallet', '', 'XMR'),"
                        + " ('monero', 'miner:reserved', " + owner + ", 'XMR') RETURNING 1",
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), 'test', 'monero', f.number, t.number, 5, 'XMR'"
                        + " FROM ledger_account f, ledger_account t WHERE f.kind = 'wallet' AND t.kind <> 'wallet' RETURNING 1",
                "INSERT INTO payout_batch (pool, asset, total) VALUES ('monero', 'XMR', 5) RETURNING number",
                "INSERT INTO payout_item VALUES (" + number + ", " + owner + ", 5) RETURNING 1",
                "UPDATE payout_batch SET state = 'PREPARED', transaction_id = repeat('ab', 32), payload = '\\x01',"
                        + " network_fee = 1, spends = ARRAY[repeat('cd', 32)], proof = '' RETURNING 1",
                "UPDATE payout_batch SET state = 'SENT' RETURNING 1",
                "UPDATE payout_batch SET state = 'REVIEW', words = 'strange' RETURNING 1")) {
            ask(statement);
        }
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
