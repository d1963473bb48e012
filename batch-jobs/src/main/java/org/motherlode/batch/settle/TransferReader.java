package org.motherlode.batch.settle;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.settlement.Settlement;

/** The transfers of a task in their fixed order. The checkpoint is how many of them are posted. */
@Named
@Dependent
public class TransferReader extends AbstractItemReader {
    @Inject
    JobContext job;

    @Inject
    Settlement settlement;

    private List<Transfer> transfers = List.of();
    private int next;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        SettleRun run = SettleRun.of(job);
        transfers = run.doing(() -> settlement.transfers(run.task()));
        next = checkpoint instanceof Integer posted ? posted : 0;
    }

    @Override
    public @Nullable Object readItem() {
        return next < transfers.size() ? transfers.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }
}
