package org.motherlode.batch.book;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.motherlode.batch.order.Order;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBookings;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPools;

/** The only step of the four jobs. What was booked, or why not, is the job's exit status and in the log. */
@Named
@Dependent
public class BookStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(BookStep.class);

    @Inject
    JobContext job;

    @Inject
    OpenPools pools;

    @Inject
    Locks locks;

    @Inject
    WalletBookings bookings;

    /** The kind of booking. */
    @Inject
    @BatchProperty
    String doing;

    @Override
    public String process() {
        Order order = new Order(job);
        UnaryOperator<String> parameter = order.parameters();
        return order.carryOut(() -> {
            String done = new Booking(pools, locks, bookings).book(WalletBooking.Kind.valueOf(doing), parameter);
            LOG.warnf("%s %s", parameter.apply("actor"), done);
            return done;
        });
    }
}
