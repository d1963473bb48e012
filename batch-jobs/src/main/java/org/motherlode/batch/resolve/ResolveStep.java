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

    /** The batch runtime's column for it. */
    private static final int LONGEST_STATUS = 512;

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
            finish(done);
            return "DONE";
        } catch (IllegalArgumentException | IllegalStateException e) {
            finish("refused: " + e.getMessage());
            throw e;
        }
    }

    private void finish(String words) {
        job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST_STATUS)));
    }
}
