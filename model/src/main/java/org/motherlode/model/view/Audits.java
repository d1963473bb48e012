package org.motherlode.model.view;

import java.util.Optional;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.pool.PoolName;

/**
 * What was divided and paid, for whoever wants to do it again. Credits and amounts are those of the ledger, never worked out
 * anew. Every method may throw {@link ViewUnavailableException}, and so may the lines while they are read.
 */
public interface Audits {
    /** Empty if the pool does not run here, has no such block, or has not divided it yet. */
    Optional<BlockAudit> block(PoolName pool, long id);

    /** The owners' lines of a block, read in portions as they are taken. */
    BlockBundle.Lines lines(BlockAudit audit);

    /** Empty if the owner has neither a weight in the block's window nor a credit of it. */
    Optional<LineAudit> line(BlockAudit audit, String owner);

    Optional<PayoutAudit> payout(PoolName pool, long id);

    /** By the id of its transaction, once the chain has shown it. */
    Optional<PayoutAudit> payout(PoolName pool, String transaction);
}
