package org.motherlode.model.health;

import java.time.Duration;
import java.util.Set;
import org.motherlode.model.pool.PoolName;

/** Who is told that a job's timer looks for work, so that somebody notices when it no longer does. */
public interface LookWatch {
    /**
     * A look is expected from now on.
     *
     * @param job the job's name
     * @param every the timer's interval
     */
    void expect(String job, Duration every);

    /**
     * A look came to its end.
     *
     * @param pools whose work it looked for; other servers look for that of others
     * @param failed whose work it could not look for
     */
    void looked(String job, Set<PoolName> pools, Set<PoolName> failed);
}
