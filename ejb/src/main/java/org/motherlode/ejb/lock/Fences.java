package org.motherlode.ejb.lock;

import org.motherlode.ejb.database.Database;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.FencedOffException;

/** The table of lock numbers. */
public final class Fences {
    /** Draws a lock's next number; waits for writers that hold the number before, which are short. */
    static final String NEXT = "INSERT INTO fence AS f (lock, number) VALUES (?, 1)"
            + " ON CONFLICT (lock) DO UPDATE SET number = f.number + 1, taken_at = now() RETURNING number";

    private final Database database;

    public Fences(Database database) {
        this.database = database;
    }

    /**
     * Until the caller's transaction ends, nobody can get a larger number: what it writes is written before a new holder
     * begins, or not at all.
     *
     * @throws FencedOffException if somebody has a larger number already
     */
    public void demand(Fence fence) {
        boolean newest = database.first(
                        "SELECT number FROM fence WHERE lock = ? FOR SHARE", row -> row.getLong("number"), fence.lock())
                .filter(number -> number == fence.number())
                .isPresent();
        if (!newest) {
            throw new FencedOffException(fence);
        }
    }

    /** As {@link #demand(Fence)}; a fence of another lock is a bug. */
    public void demand(Fence fence, String lock) {
        if (!fence.lock().equals(lock)) {
            throw new IllegalArgumentException("needs lock " + lock + ", not " + fence.lock());
        }
        demand(fence);
    }
}
