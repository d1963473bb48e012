package org.motherlode.ejb.share;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.DependsOn;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.motherlode.ejb.block.BlockLog;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareListener;

/**
 * Where the adapter delivers. Outside JTA: a send inside a transaction would cost several times as much. It depends on those
 * who close the ways to the broker, so that no delivery is under way by then.
 */
@MessageDriven
@DependsOn({"StoringShares", "FollowingBlocks"})
@ResourceAdapter("motherlode")
@TransactionAttribute(NOT_SUPPORTED)
public class ShareIntake implements ShareListener {
    @Inject
    ShareLog shares;

    @Inject
    BlockLog blocks;

    @Override
    public void onShares(ShareBatch batch) {
        shares.append(batch);
    }

    @Override
    public void onBlock(FoundBlock block) {
        blocks.announce(block);
    }
}
