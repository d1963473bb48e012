package org.motherlode.batch.ban;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.motherlode.batch.order.Order;
import org.motherlode.model.ban.Bans;

/** The only step of both jobs. What was done, or why not, is the job's exit status and in the log. */
@Named
@Dependent
public class BanStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(BanStep.class);

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
        Order order = new Order(job);
        UnaryOperator<String> parameter = order.parameters();
        return order.carryOut(() -> {
            BanWish wish = BanWish.of(parameter);
            String done = doing.equals("IMPOSE") ? wish.impose(parameter, bans) : wish.lift(bans);
            LOG.warnf("%s %s", wish.actor(), done);
            return done;
        });
    }
}
