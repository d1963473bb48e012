package org.motherlode.batch.ban;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.motherlode.model.ban.Bans;

/** The only step of both jobs. What was done, or why not, is the job's exit status and in the log. */
@Named
@Dependent
public class BanStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(BanStep.class);

    /** The batch runtime's column for it. */
    private static final int LONGEST_STATUS = 512;

    @Inject
    JobContext job;

    @Inject
    Bans bans;

    /** IMPOSE or LIFT. */
    @Inject
    @BatchProperty
    String doing;

    @Override
    public String process() {
        Properties asked = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        UnaryOperator<String> parameter = key -> asked.getProperty(key, "").strip();
        try {
            BanWish wish = BanWish.of(parameter);
            String done = doing.equals("IMPOSE") ? wish.impose(parameter, bans) : wish.lift(bans);
            LOG.warnf("%s %s", wish.actor(), done);
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
