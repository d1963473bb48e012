package org.motherlode.batch.pay;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** Takes the payout lock of each pool before the job and gives it back after it, however it ends. */
@Named
@Dependent
public class PayListener implements JobListener {
    static final String ALL = "*";

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String pool;

    @Inject
    @BatchProperty
    String now;

    @Inject
    OpenPools pools;

    @Inject
    Locks locks;

    @Inject
    Payouts payouts;

    @Override
    public void beforeJob() {
        PayRun run = new PayRun();
        InstantSource clock = InstantSource.system();
        Patience patience = Boolean.parseBoolean(now) ? Patience.none(clock) : Patience.asSet(clock);
        job.setTransientUserData(run);
        List<OpenPool> chosen = chosen();
        Map<String, Locks.Held> held =
                locks.tryLocks(chosen.stream().map(open -> lock(open.name())).toList());
        run.hold(held.values());
        for (OpenPool open : chosen) {
            PoolName name = open.name();
            Optional.ofNullable(held.get(lock(name)))
                    .ifPresentOrElse(
                            mine -> run.add(
                                    name,
                                    () -> new PayingMiners(
                                            name, payouts, open.chain().wallet(), mine.fence(), patience)),
                            () -> run.busy(name));
        }
    }

    private static String lock(PoolName pool) {
        return "pay/" + pool;
    }

    private List<OpenPool> chosen() {
        if (pool.equals(ALL)) {
            return pools.all();
        }
        try {
            return List.of(pools.find(new PoolName(pool)).orElseThrow(this::notOpen));
        } catch (IllegalArgumentException e) {
            // Whoever started the job by hand reads its exit status.
            job.setExitStatus("refused: " + e.getMessage());
            throw e;
        }
    }

    private IllegalArgumentException notOpen() {
        return new IllegalArgumentException("no pool " + pool + " is open; open are "
                + pools.all().stream().map(OpenPool::name).toList());
    }

    @Override
    public void afterJob() {
        if (job.getTransientUserData() instanceof PayRun run) {
            run.close();
        }
    }
}
