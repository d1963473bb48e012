package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

/**
 * What an operator sees of the jobs, and what the batch runtime keeps of their runs. The pool's wallet is away and a miner has money to get, so {@code pay-miners} runs
 * every second and pays nothing.
 */
class OperatedJobsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String JOBS = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";

    private static final String STARTING =
            "SELECT jobexecutionid FROM job_execution JOIN job_instance USING (jobinstanceid)"
                    + " WHERE jobname = 'pay-miners' AND batchstatus = 'STARTING'";

    private static EmbeddedPostgres database;
    private static WildFly server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = EmbeddedPostgres.temporary();
        Migrations.run(database);
        server = WildFly.start(
                TestServers.base("jobs", List.of(TestServers.ear()), List.of(TestServers.lonelyPool())),
                ServerSettings.with(TestServers.portOffset(), database)
                        .with("motherlode.pay.interval-seconds", "1")
                        .with("motherlode.settle.interval-seconds", "1")
                        .with("motherlode.jobs.pause-seconds", "1")
                        .with("motherlode.jobs.stuck-seconds", "3")
                        .with("motherlode.jobs.keep-most", "3")
                        .with("motherlode.jobs.purge-seconds", "1"));
        ask("INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'wallet', '', 'XMR'),"
                + " ('monero', 'miner:payable', '" + TestServers.ADDRESS + "', 'XMR') RETURNING 1");
        ask(
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), 'test', 'monero', f.number, t.number, 1000000000000, 'XMR'"
                        + " FROM ledger_account f, ledger_account t WHERE f.kind = 'wallet' AND t.kind <> 'wallet' RETURNING 1");
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    void ended_runs_go_when_they_are_old_or_many_and_others_stay() throws Exception {
        keep("resolve-payout", "done long ago", "COMPLETED", 40);
        keep("resolve-payout", "may be restarted", "FAILED", 40);
        keep("resolve-payout", "done by a later run", "FAILED", 40);
        keep("resolve-payout", "has not ended", "STARTED", 40);
        keep("resolve-payout", "given up by a person", "ABANDONED", 40);
        keep("resolve-payout", "done by a later run", "COMPLETED", 0);
        for (String recent : List.of("third", "second", "newest")) {
            keep("resolve-payout", recent, "COMPLETED", 0);
        }
        keep("of-another-application", "whatever", "COMPLETED", 40);

        await(
                "has not ended, may be restarted, newest, second, third, whatever",
                "SELECT string_agg(jobparameters, ', ' ORDER BY jobparameters) FROM job_execution"
                        + " JOIN job_instance USING (jobinstanceid) WHERE jobname IN ('resolve-payout', 'of-another-application')");
    }

    @Test
    void what_the_timer_starts_goes_too_and_the_newest_runs_are_listed() throws Exception {
        await("t", "SELECT count(*) > 0 FROM job_instance WHERE jobname = 'pay-miners'");
        String first = ask("SELECT max(jobinstanceid) FROM job_instance WHERE jobname = 'pay-miners'");

        await("t", "SELECT min(jobinstanceid) > " + first + " FROM job_instance WHERE jobname = 'pay-miners'");
        assertThat(server.console(JOBS + "/job=pay-miners:read-resource(recursive=true,include-runtime=true)"))
                .contains("\"outcome\" => \"success\"", "paid [monero]");
    }

    @Test
    void a_block_that_cannot_be_settled_is_told_until_it_is_settled() throws Exception {
        await("1", "SELECT count(*) FROM pool_node WHERE node = 0");
        ask("INSERT INTO share_progress VALUES (0, 1, 0, 1, '2026-01-01 00:00:01Z', 1) RETURNING 1");
        ask("INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                + " watermark_node, watermark_epoch, watermark_sequence, found_at, bytes)"
                + " VALUES ('monero', 777, 'ab', 'MATURE', 'amy', 'rig', 1000, 'XMR', 0, 1, 1, '2026-01-01 00:00:00Z', '')"
                + " RETURNING 1");

        await("monero.settlement tells", () -> ready().contains(
                        "block 1 at height 777 fails to be settled (MATURE) since "));
        assertThat(ready()).contains("block 1 matured without a final reward");

        ask("UPDATE pool_block SET final_reward = 600000000000 WHERE number = 1 RETURNING 1");
        await("nothing is wrong any more", () -> ready().contains("no block fails to be settled"));
        assertThat(ask("SELECT count(*) FROM block_stage WHERE stage = 'MATURE' AND step = 'DONE'"))
                .isEqualTo("1");
    }

    /** The batch runtime's thread ends where its first word to the repository fails, and the run is said to start for ever. */
    @Test
    void a_run_that_died_without_a_word_is_restarted_while_the_server_runs() throws Exception {
        run("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'the database goes'; END $$");
        run("CREATE TRIGGER refuse BEFORE UPDATE ON job_execution FOR EACH ROW WHEN (old.batchstatus = 'STARTING')"
                + " EXECUTE FUNCTION refuse()");
        await("an update that is refused", () -> !ask(STARTING).isEmpty());
        String stuck = ask(STARTING);
        run("DROP TRIGGER refuse ON job_execution");

        await("it is taken up", () -> Files.readString(server.log())
                .contains("pay-miners: run " + stuck + " was cut off, run "));
        await(
                "0",
                "SELECT count(*) FROM job_execution WHERE batchstatus IN ('STARTING', 'STARTED') AND jobexecutionid = "
                        + stuck);
        await("t", "SELECT max(jobexecutionid) > " + stuck + " + 2 FROM job_execution WHERE batchstatus = 'COMPLETED'");
    }

    /** A run with a step, as the batch runtime writes it, that was over so many days ago. */
    private static void keep(String job, String parameters, String status, int daysAgo) throws IOException {
        ask("WITH run AS (INSERT INTO job_instance (jobname) VALUES ('" + job + "') RETURNING jobinstanceid),"
                + " execution AS (INSERT INTO job_execution (jobinstanceid, batchstatus, jobparameters, createtime, endtime)"
                + " SELECT jobinstanceid, '" + status + "', '" + parameters + "', now() - interval '" + daysAgo
                + " days',"
                + " CASE '" + status + "' WHEN 'STARTED' THEN NULL ELSE now() - interval '" + daysAgo + " days' END"
                + " FROM run RETURNING jobexecutionid)"
                + " INSERT INTO step_execution (jobexecutionid, stepname) SELECT jobexecutionid, 'step' FROM execution"
                + " RETURNING 1");
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = database.appDataSource().getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static void await(String expected, String query) throws InterruptedException {
        await(query, () -> ask(query).equals(expected));
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }

    private static String ready() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.management("/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
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
