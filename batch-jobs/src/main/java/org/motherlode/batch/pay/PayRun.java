package org.motherlode.batch.pay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;

/** The pools that a run of the job pays, each under its lock. A pool that fails is left out; the others go on. */
final class PayRun implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PayRun.class);

    private final Map<PoolName, PayingMiners> paying = new LinkedHashMap<>();
    private final Map<PoolName, String> leftOut = new LinkedHashMap<>();
    private final List<Locks.Held> locks = new ArrayList<>();
    private boolean failed;

    void add(PoolName pool, Locks.Held lock, PayingMiners miners) {
        locks.add(lock);
        paying.put(pool, miners);
    }

    void busy(PoolName pool) {
        leftOut.put(pool, "busy");
    }

    /** Runs a step for each pool. */
    void each(Consumer<PayingMiners> step) {
        for (Map.Entry<PoolName, PayingMiners> entry : List.copyOf(paying.entrySet())) {
            try {
                step.accept(entry.getValue());
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s: paying stopped in this run", entry.getKey());
                paying.remove(entry.getKey());
                leftOut.put(entry.getKey(), "failed: " + e.getMessage());
                failed = true;
            }
        }
    }

    boolean isFailed() {
        return failed;
    }

    /** One sentence for the job's exit status. */
    String words() {
        String words = "paid " + paying.keySet() + (leftOut.isEmpty() ? "" : ", left out " + leftOut);
        return words.substring(0, Math.min(words.length(), 200));
    }

    @Override
    public void close() {
        locks.forEach(Locks.Held::close);
    }
}
