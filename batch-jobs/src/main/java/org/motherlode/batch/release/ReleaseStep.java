package org.motherlode.batch.release;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.motherlode.batch.order.OpenPayouts;
import org.motherlode.batch.order.Order;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPools;

/** The job's only step. What was done, or why not, is the job's exit status and in the log. */
@Named
@Dependent
public class ReleaseStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(ReleaseStep.class);

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
        Order order = new Order(job);
        UnaryOperator<String> parameters = order.parameters();
        return order.carryOut(() -> {
            String done = new Releasing(new OpenPayouts(pools, locks, payouts)).judge(parameters);
            LOG.warnf("%s: %s", parameters.apply("actor"), done);
            return done;
        });
    }
}
