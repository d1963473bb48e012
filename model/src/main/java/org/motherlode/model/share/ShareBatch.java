package org.motherlode.model.share;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What travels from the adapter to the ledger in one piece: shares of consecutive sequence, so that the ledger sees a gap.
 * An empty batch is a sign of life: it says that the node had accepted nothing beyond {@code lastSequence} at
 * {@code closedAt}.
 *
 * @param id chosen by the node, the same whenever the batch is delivered again
 * @param previousEpoch the epoch of this node's life before, 0 if there was none
 * @param lastSequence of the last share in this batch, or of the last one before it if it is empty; 0 if there was none
 */
public record ShareBatch(
        UUID id,
        int node,
        long epoch,
        long previousEpoch,
        long lastSequence,
        Instant closedAt,
        List<AcceptedShare> shares,
        List<RefusedCount> refused) {
    public ShareBatch {
        shares = List.copyOf(shares);
        refused = List.copyOf(refused);
        long expected = lastSequence - shares.size();
        for (AcceptedShare share : shares) {
            expected++;
            if (!share.number().equals(new ShareNumber(node, epoch, expected))) {
                throw new IllegalArgumentException("share " + share.number() + " stands in place " + expected);
            }
        }
    }

    /** The first share's sequence; one more than {@code lastSequence} if the batch is empty. */
    public long firstSequence() {
        return lastSequence - shares.size() + 1;
    }
}
