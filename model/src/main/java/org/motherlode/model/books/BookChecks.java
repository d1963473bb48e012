package org.motherlode.model.books;

import java.time.Duration;
import java.util.List;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.PoolName;

/**
 * The whole check of a pool's books, in portions: a run that was cut off goes on where it was. What it finds is kept until a later
 * check finds it right; while something broken is known nothing is reserved for new payouts. Demands the fence of {@code
 * books/<pool>}.
 */
public interface BookChecks {
    /**
     * Begins a check, or goes on with the one of the same run.
     *
     * @param run the same in a run's restarts, and in no other run
     * @param scope the same in a run's restarts
     */
    void begin(Fence fence, PoolName pool, long run, CheckScope scope);

    /** Does the next portion, in a short transaction; says whether that was the last. For what the database alone can tell. */
    boolean advance(Fence fence, PoolName pool, Invariant invariant);

    /** Asks wallet and node, if the check that has begun is to; outside any transaction, for either may take minutes. */
    List<Verdict> askWallet(PoolName pool);

    /** Keeps what {@link #askWallet} said. */
    void keep(Fence fence, PoolName pool, List<Verdict> verdicts);

    /** One sentence about what is known now, the broken first. */
    String words(PoolName pool);

    /** Whether something is broken or could not be told. */
    boolean isOpen(PoolName pool);

    /** From one check of everything to the next. */
    Duration interval();

    /** From a check that failed to the next, and between those of what is open. */
    Duration retry();
}
