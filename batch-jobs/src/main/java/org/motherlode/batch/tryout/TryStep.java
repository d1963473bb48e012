package org.motherlode.batch.tryout;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.motherlode.batch.order.Order;
import org.motherlode.batch.pay.Patience;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** The job's only step. What a run would pay is the job's exit status, line by line it is in {@code payout_dry_run}. */
@Named
@Dependent
public class TryStep extends AbstractBatchlet {
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
        return order.carryOut(() -> run(parameters.apply("pool"), parameters.apply("miner")));
    }

    @SuppressWarnings("try") // the lock is only held
    private String run(String name, String miner) {
        OpenPool pool = pools.all().stream()
                .filter(open -> open.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pool must be the name of an open pool, not '" + name
                        + "'; open are "
                        + pools.all().stream().map(OpenPool::name).toList()));
        Locks.Held lock = locks.tryLock(lock(pool.name()))
                .orElseThrow(() -> new IllegalStateException("another dry run of pool " + name + " is under way"));
        try (lock) {
            return new Trying(payouts, Patience.asSet(InstantSource.system())).run(pool, miner);
        }
    }

    private static String lock(PoolName pool) {
        return "try/" + pool;
    }
}
