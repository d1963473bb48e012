package org.motherlode.bench.plan;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ctl.process.Waiting;

/** Balances that nobody earned, written as the tables' owner, and what the server's jobs make of them. */
final class DueMiners {
    private static final String POOL = "bench";
    private static final Duration JOB = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(30);

    // An address is 95 characters long, as Monero's are.
    private static final String MINER =
            "'4' || left(translate(md5('due' || n) || md5(n || 'a') || md5(n || 'b'), '0', '1'), 94)";
    private static final String ACCOUNTS = "INSERT INTO motherlode.ledger_account (pool, kind, owner, asset) SELECT '"
            + POOL + "', 'miner:payable', " + MINER + ", 'XMR' FROM generate_series(1, ?) n ON CONFLICT DO NOTHING";
    private static final String WALLET = "INSERT INTO motherlode.ledger_account (pool, kind, owner, asset) VALUES ('"
            + POOL + "', 'wallet', '', 'XMR') ON CONFLICT DO NOTHING";
    // Between one coin and two, each another.
    private static final String EARN =
            "INSERT INTO motherlode.ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                    + " SELECT gen_random_uuid(), 'bench/plan', a.pool, w.number, a.number, 1000000000000 + a.number % 1000000000000, 'XMR'"
                    + " FROM motherlode.ledger_account a JOIN motherlode.ledger_account w ON w.pool = a.pool AND w.kind = 'wallet'"
                    + " WHERE a.pool = '" + POOL + "' AND a.kind = 'miner:payable'";
    private static final String HOLD = "INSERT INTO motherlode.payout_hold (pool, miner, held, actor, reason) SELECT '"
            + POOL + "', " + MINER + ", true, 'bench', 'bench' FROM generate_series(1, ?) n";
    private static final String WANT =
            "INSERT INTO motherlode.miner_threshold (pool, miner, asset, threshold, proof, actor, reason) SELECT '"
                    + POOL + "', " + MINER
                    + ", 'XMR', 100000000000000, 'OPERATOR', 'bench', 'bench' FROM generate_series(?::int + 1, 2 * ?) n";
    private static final String TERMS =
            "INSERT INTO motherlode.payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                    + " most_per_payout, most_per_day, release_above, actor, reason) SELECT pool, 1 + max(version), now(), 'XMR',"
                    + " 1000000000000, 15, false, NULL, NULL, NULL, 'bench', 'bench' FROM motherlode.payout_terms WHERE pool = '"
                    + POOL + "' GROUP BY pool";
    private static final String HIGHEST = "SELECT coalesce(max(e.jobexecutionid), 0) FROM server.job_execution e";
    private static final String ENDED =
            "SELECT extract(epoch FROM e.endtime - e.starttime)::float8, e.batchstatus || ', ' || coalesce(e.exitstatus, '')"
                    + " FROM server.job_execution e JOIN server.job_instance i ON i.jobinstanceid = e.jobinstanceid"
                    + " WHERE e.jobexecutionid > ? AND i.jobname = ? AND e.batchstatus IN ('COMPLETED', 'FAILED', 'STOPPED')"
                    + " ORDER BY e.jobexecutionid LIMIT 1";
    private static final String PLANNED = "SELECT count(*) FROM motherlode.payout_dry_run WHERE pool = '" + POOL
            + "' AND reason IN ('NEXT', 'LATER_TURN')";

    private final DataSource owner;
    private final DataSource jobs;

    /** @param jobs by which the tables of jobs can be read */
    DueMiners(DataSource owner, DataSource jobs) {
        this.owner = owner;
        this.jobs = jobs;
    }

    /**
     * A run of a job.
     *
     * @param seconds from its start to its end, as the batch runtime keeps them
     * @param words its status, and what it said of itself
     */
    record Run(double seconds, String words) {}

    /** The pool's first terms are there: the server writes them when it has opened it. */
    void awaitTerms() throws IOException, InterruptedException {
        boolean there = Waiting.until(
                LOOK,
                () -> number(owner, "SELECT count(*) FROM motherlode.payout_terms WHERE pool = '" + POOL + "'") > 0);
        if (!there) {
            throw new IOException("after " + LOOK + " the pool has no terms of payouts");
        }
    }

    void add(PlanSettings settings) throws IOException {
        change(WALLET);
        change(ACCOUNTS, settings.all());
        change(EARN);
        change(HOLD, settings.apart());
        change(WANT, settings.apart(), settings.apart());
        change(TERMS);
        change(
                "ANALYZE motherlode.ledger_account, motherlode.ledger_balance, motherlode.payout_hold, motherlode.miner_threshold");
    }

    /** Of the newest run of any job. */
    long lastRun() throws IOException {
        return number(jobs, HIGHEST);
    }

    /** The first run of this job after another run, when it has ended. */
    Run await(String job, long after) throws IOException, InterruptedException {
        if (!Waiting.until(JOB, () -> find(job, after).isPresent())) {
            throw new IOException("after " + JOB + " the job " + job + " has not ended");
        }
        return find(job, after).orElseThrow();
    }

    private Optional<Run> find(String job, long after) throws IOException {
        return with(
                jobs,
                ENDED,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(new Run(rows.getDouble(1), rows.getString(2)))
                                : Optional.empty();
                    }
                },
                after,
                job);
    }

    /** Miners whom the last dry run found in the next payout or in a later one. */
    long planned() throws IOException {
        return number(owner, PLANNED);
    }

    private static long number(DataSource source, String sql) throws IOException {
        return with(source, sql, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private void change(String sql, Object... values) throws IOException {
        with(owner, sql, PreparedStatement::execute, values);
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static <T> T with(DataSource source, String sql, Work<T> work, Object... values) throws IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return work.of(statement);
        } catch (SQLException e) {
            throw new IOException("the database does not do it: " + e.getMessage(), e);
        }
    }
}
