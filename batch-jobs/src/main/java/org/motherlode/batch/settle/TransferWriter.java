package org.motherlode.batch.settle;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.ledger.Transfer;

/** Posts a chunk of transfers in the chunk's transaction, which holds the checkpoint as well. */
@Named
@Dependent
public class TransferWriter extends AbstractItemWriter {
    @Inject
    JobContext job;

    @Inject
    Ledger ledger;

    @Override
    public void writeItems(List<Object> items) {
        List<Transfer> transfers = items.stream().map(Transfer.class::cast).toList();
        SettleRun run = SettleRun.of(job);
        run.doing(() -> {
            ledger.post(run.fence(), transfers);
            return transfers;
        });
    }
}
