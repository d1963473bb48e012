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
     */
    void begin(Fence fence, PoolName pool, long run);

    /** Does the next portion, in a short transaction; says whether that was the last. For what the database alone can tell. */
    boolean advance(Fence fence, PoolName pool, Invariant invariant);

    /** Asks wallet and node; outside any transaction, for either may take minutes. */
    List<Verdict> askWallet(PoolName pool);

    /** Keeps what {@link #askWallet} said. */
    void keep(Fence fence, PoolName pool, List<Verdict> verdicts);

    /** One sentence about what is known now, the broken first. */
    String words(PoolName pool);

    /** How long after the last check the next is wanted: sooner while something is broken or could not be told. */
    Duration next(PoolName pool);

    /** How long after a check that failed the next is wanted. */
    Duration retry();
}
