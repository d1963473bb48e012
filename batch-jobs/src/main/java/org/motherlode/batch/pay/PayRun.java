package org.motherlode.batch.pay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** From here on these are given back when the run is closed, whatever happens in between. */
    void hold(Collection<Locks.Held> taken) {
        locks.addAll(taken);
    }

    /** Under a lock that the run holds. */
    void add(PoolName pool, Supplier<PayingMiners> miners) {
        try {
            paying.put(pool, miners.get());
        } catch (RuntimeException e) {
            leaveOut(pool, e);
        }
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
                leaveOut(entry.getKey(), e);
            }
        }
    }

    private void leaveOut(PoolName pool, RuntimeException e) {
        LOG.errorf(e, "%s: paying stopped in this run", pool);
        paying.remove(pool);
        leftOut.put(pool, "failed: " + e.getMessage());
        failed = true;
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
