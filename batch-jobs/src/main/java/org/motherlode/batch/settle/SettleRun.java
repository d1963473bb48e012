package org.motherlode.batch.settle;

import jakarta.batch.runtime.context.JobContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.settlement.SettlementTask;

/**
 * What all steps of a run share.
 *
 * @param lock empty if somebody else settles this pool just now
 * @param trouble why the first step failed that did
 */
record SettleRun(SettlementTask task, Optional<Locks.Held> lock, AtomicReference<@Nullable String> trouble) {
    /** The batch runtime's column for an exit status. */
    private static final int LONGEST_STATUS = 512;

    SettleRun(SettlementTask task, Optional<Locks.Held> lock) {
        this(task, lock, new AtomicReference<>());
    }

    static SettleRun of(JobContext job) {
        if (job.getTransientUserData() instanceof SettleRun run) {
            return run;
        }
        throw new IllegalStateException("the job did not begin properly");
    }

    /** Does a step's work and remembers why it failed: the batch runtime would tell nobody but the log. */
    <T> T doing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            String words = e.getMessage() == null ? e.toString() : e.getMessage();
            trouble.compareAndSet(null, words.substring(0, Math.min(words.length(), LONGEST_STATUS)));
            throw e;
        }
    }

    Optional<String> whyFailed() {
        return Optional.ofNullable(trouble.get());
    }

    Fence fence() {
        return lock.orElseThrow(() -> new IllegalStateException("the pool's lock is not ours"))
                .fence();
    }
}
