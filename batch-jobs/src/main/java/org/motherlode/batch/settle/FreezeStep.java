package org.motherlode.batch.settle;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.motherlode.model.settlement.Settlement;

/** Fixes what the block's transfers are made from. */
@Named
@Dependent
public class FreezeStep extends AbstractBatchlet {
    @Inject
    JobContext job;

    @Inject
    Settlement settlement;

    @Override
    public String process() {
        SettleRun run = SettleRun.of(job);
        if (run.lock().isEmpty()) {
            return "BUSY";
        }
        return run.doing(() -> {
            settlement.freeze(run.fence(), run.task());
            return "FROZEN";
        });
    }
}
