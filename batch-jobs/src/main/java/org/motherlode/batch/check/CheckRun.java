package org.motherlode.batch.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;

/**
 * The pools that a run of the job checks, each under its lock. Of a rule whose check fails nothing is known;
 * the others go on.
 */
final class CheckRun implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CheckRun.class);

    private static final List<Invariant> ASKED = List.of(Invariant.FUNDS, Invariant.MOVEMENTS, Invariant.INCOME);

    private final BookChecks checks;
    private final CheckScope scope;
    private final Map<PoolName, Fence> checked = new LinkedHashMap<>();
    private final Map<PoolName, String> leftOut = new LinkedHashMap<>();
    private final List<Locks.Held> locks = new ArrayList<>();
    private boolean failed;

    CheckRun(BookChecks checks, CheckScope scope) {
        this.checks = checks;
        this.scope = scope;
    }

    /** From here on these are given back when the run is closed, whatever happens in between. */
    void hold(Collection<Locks.Held> taken) {
        locks.addAll(taken);
    }

    /**
     * Begins a pool's check, or goes on with it.
     *
     * @param run the same in a restart
     */
    void add(PoolName pool, Fence fence, long run) {
        checked.put(pool, fence);
        each(pool, () -> checks.begin(fence, pool, run, scope));
    }

    void busy(PoolName pool) {
        leftOut.put(pool, "busy");
    }

    /** What the rows alone can tell, portion by portion; breaks off between two where the job is to stop. */
    void prove(Invariant invariant, BooleanSupplier stopping) {
        for (Map.Entry<PoolName, Fence> entry : List.copyOf(checked.entrySet())) {
            each(
                    entry.getKey(),
                    () -> orUnknown(entry, List.of(invariant), () -> {
                        boolean done = false;
                        while (!done && !stopping.getAsBoolean()) {
                            done = checks.advance(entry.getValue(), entry.getKey(), invariant);
                        }
                    }));
        }
    }

    /** Asks the wallet, outside any transaction, and keeps what it said. */
    void askWallets() {
        for (Map.Entry<PoolName, Fence> entry : List.copyOf(checked.entrySet())) {
            PoolName pool = entry.getKey();
            each(
                    pool,
                    () -> orUnknown(entry, ASKED, () -> checks.keep(entry.getValue(), pool, checks.askWallet(pool))));
        }
    }

    private void orUnknown(Map.Entry<PoolName, Fence> entry, List<Invariant> rules, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: the check of %s failed", entry.getKey(), rules);
            failed = true;
            String why = "the check failed: " + e.getMessage();
            checks.keep(
                    entry.getValue(),
                    entry.getKey(),
                    rules.stream().map(rule -> Verdict.unknown(rule, why)).toList());
        }
    }

    private void each(PoolName pool, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s: the check of the books stopped in this run", pool);
            checked.remove(pool);
            leftOut.put(pool, "failed: " + e.getMessage());
            failed = true;
        }
    }

    boolean isFailed() {
        return failed;
    }

    /** What is known now, a sentence for each pool. */
    String words() {
        List<String> words = new ArrayList<>();
        checked.keySet().forEach(pool -> words.add(pool + ": " + checks.words(pool)));
        if (!leftOut.isEmpty()) {
            words.add("left out " + leftOut);
        }
        return String.join("; ", words);
    }

    @Override
    public void close() {
        locks.forEach(Locks.Held::close);
    }
}
