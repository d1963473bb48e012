package org.motherlode.model.health;

import java.time.Duration;

/** Who is told that a job's timer looks for work, so that somebody notices when it no longer does. */
public interface LookWatch {
    /**
     * A look is expected from now on.
     *
     * @param job the job's name
     * @param every the timer's interval
     */
    void expect(String job, Duration every);

    /** A look ended well, also one that found that another server of the cluster looks. */
    void looked(String job);
}
