package org.motherlode.batch.settle;

import jakarta.batch.runtime.context.JobContext;
import java.util.Optional;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.settlement.SettlementTask;

/**
 * What all steps of a run share.
 *
 * @param lock empty if somebody else settles this pool just now
 */
record SettleRun(SettlementTask task, Optional<Locks.Held> lock) {

    static SettleRun of(JobContext job) {
        if (job.getTransientUserData() instanceof SettleRun run) {
            return run;
        }
        throw new IllegalStateException("the job did not begin properly");
    }

    Fence fence() {
        return lock.orElseThrow(() -> new IllegalStateException("the pool's lock is not ours"))
                .fence();
    }
}
