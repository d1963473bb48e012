package org.motherlode.batch.resolve;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPools;

/** The job's only step. What was done, or why not, is the job's exit status and in the log. */
@Named
@Dependent
public class ResolveStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(ResolveStep.class);

    @Inject
    JobContext job;

    @Inject
    OpenPools pools;

    @Inject
    Locks locks;

    @Inject
    Payouts payouts;

    @Override
    public String process() {
        Properties asked = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        Deciding.Wish wish = Deciding.Wish.of(key -> asked.getProperty(key, "").strip());
        try {
            String done = new Deciding(pools, locks, payouts).decide(wish);
            LOG.warnf("%s decided: %s", wish.actor(), done);
            job.setExitStatus(done);
            return "DONE";
        } catch (IllegalArgumentException | IllegalStateException e) {
            job.setExitStatus("refused: " + e.getMessage());
            throw e;
        }
    }
}
