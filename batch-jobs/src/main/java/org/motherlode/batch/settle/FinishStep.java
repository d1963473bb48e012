package org.motherlode.batch.settle;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.motherlode.model.settlement.Settlement;

/** Marks the stage done, once all its transfers are in the ledger. */
@Named
@Dependent
public class FinishStep extends AbstractBatchlet {
    @Inject
    JobContext job;

    @Inject
    Settlement settlement;

    @Override
    public String process() {
        SettleRun run = SettleRun.of(job);
        return run.doing(() -> {
            settlement.finish(run.fence(), run.task());
            return "DONE";
        });
    }
}
