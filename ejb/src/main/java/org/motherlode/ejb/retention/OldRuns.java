package org.motherlode.ejb.retention;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;

/**
 * Takes old runs out of the batch runtime's job repository, which has no way of its own to do so. The tables are those that
 * JBeret makes. A run here is a job instance with all its executions; what hangs on it goes with it.
 *
 * <p>Only runs of our jobs go, for others may use the same repository. Whatever their age, those are kept that have not ended
 * and those that could be restarted, which failed or were stopped, until a later run of the same job with the same
 * parameters has completed. Payouts and settlements are kept in tables of ours and need none of this.
 */
final class OldRuns {
    private static final Logger LOG = Logger.getLogger(OldRuns.class);
    private static final String[] JOBS = {
        "settle-block",
        "pay-miners",
        "check-books",
        "resolve-payout",
        "release-payout",
        "try-payouts",
        "book-withdrawal",
        "book-deposit",
        "book-known",
        "book-reversal",
        "ban",
        "lift-ban"
    };
    private static final int MOST_A_STATEMENT = 500;
    private static final int MOST_STATEMENTS_A_ROUND = 100;

    private static final String LET_GO =
            """
            WITH run AS (
                SELECT DISTINCT ON (e.jobinstanceid) e.jobinstanceid AS number, i.jobname AS job, e.batchstatus AS status,
                       coalesce(e.restartposition, '') LIKE 'jberet.unrestartable%' AS last_word,
                       coalesce(e.endtime, e.lastupdatedtime, e.createtime) AS ended,
                       first_value(coalesce(e.jobparameters, '')) OVER executions AS parameters,
                       bool_and(e.batchstatus IN ('COMPLETED', 'FAILED', 'STOPPED', 'ABANDONED')) OVER executions AS is_over
                FROM job_execution e JOIN job_instance i ON i.jobinstanceid = e.jobinstanceid
                WHERE i.jobname = ANY (?)
                WINDOW executions AS (PARTITION BY e.jobinstanceid ORDER BY e.jobexecutionid
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                ORDER BY e.jobinstanceid, e.jobexecutionid DESC
            ), ended AS (
                SELECT *, row_number() OVER (PARTITION BY job ORDER BY number DESC) AS place,
                       max(number) FILTER (WHERE status = 'COMPLETED') OVER (PARTITION BY job, parameters) AS completed
                FROM run WHERE is_over
            ), old AS (
                SELECT number FROM ended
                WHERE (status IN ('COMPLETED', 'ABANDONED') OR last_word OR number < completed)
                  AND (place > ? OR ended < now() - make_interval(days => ?))
                ORDER BY number LIMIT ?
            )
            DELETE FROM job_instance WHERE jobinstanceid IN (
                SELECT i.jobinstanceid FROM job_instance i JOIN old ON old.number = i.jobinstanceid
                FOR UPDATE OF i SKIP LOCKED)
            """;

    /** The tables refer to each other by columns without an index: each row that goes would have all others read. */
    private static final Map<String, String> REFERRING = Map.of(
            "job_execution",
            "jobinstanceid",
            "step_execution",
            "jobexecutionid",
            "partition_execution",
            "stepexecutionid");

    private final Database database;
    private final RunRetention retention;
    private final AtomicLong gone = new AtomicLong();
    private boolean indexed; // read and written by the rounds only, which never overlap

    OldRuns(Database database, RunRetention retention) {
        this.database = database;
        this.retention = retention;
    }

    void letGo() {
        try {
            index();
            int last = MOST_A_STATEMENT;
            for (int round = 0; round < MOST_STATEMENTS_A_ROUND && last == MOST_A_STATEMENT; round++) {
                last = database.change(LET_GO, JOBS, retention.most(), retention.days(), MOST_A_STATEMENT);
                gone.addAndGet(last);
            }
        } catch (DatabaseException e) {
            LOG.warnf("old runs of jobs could not be let go, the next round tries again: %s", e.getMessage());
        }
    }

    private void index() {
        if (indexed) {
            return;
        }
        REFERRING.forEach((table, column) -> {
            String index = table + "_" + column;
            if (database.first("SELECT 1 WHERE to_regclass(?) IS NOT NULL", row -> true, index)
                    .isEmpty()) {
                database.change("CREATE INDEX IF NOT EXISTS " + index + " ON " + table + " (" + column + ")");
            }
        });
        indexed = true;
    }

    /** Runs that went since the start. */
    long gone() {
        return gone.get();
    }
}
