package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.money.Money;

/** A found block. Effort is the work done since the block before, in whole percent of the network difficulty. */
public record BlockView(
        long number,
        long height,
        String id,
        BlockState state,
        Optional<Money> reward,
        String finder,
        String worker,
        BigInteger difficulty,
        Optional<Long> effortPercent,
        long confirmations,
        long confirmationsRequired,
        Instant foundAt) {

    public BlockView withEffort(Optional<Long> percent) {
        return new BlockView(
                number,
                height,
                id,
                state,
                reward,
                finder,
                worker,
                difficulty,
                percent,
                confirmations,
                confirmationsRequired,
                foundAt);
    }
}
