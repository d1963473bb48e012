package org.motherlode.batch.settle;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** Takes the pool's settlement lock before the job and gives it back after it, however it ends; tells why it failed. */
@Named
@Dependent
public class SettleListener implements JobListener {
    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String pool;

    @Inject
    @BatchProperty
    String block;

    @Inject
    @BatchProperty
    String stage;

    @Inject
    Locks locks;

    @Override
    public void beforeJob() {
        SettlementTask task = new SettlementTask(new PoolName(pool), Long.parseLong(block), Stage.valueOf(stage));
        job.setTransientUserData(new SettleRun(task, locks.tryLock("settle/" + pool)));
    }

    @Override
    public void afterJob() {
        if (job.getTransientUserData() instanceof SettleRun run) {
            run.lock().ifPresent(Locks.Held::close);
            run.whyFailed().ifPresent(job::setExitStatus);
        }
    }
}
