package org.motherlode.model.wire;

import java.util.Optional;
import org.motherlode.model.job.Job;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;

/**
 * A job as a session gets it.
 *
 * @param id unique for all time, so that a miner never takes it for one that it knows
 * @param difficulty frozen: shares of this job are judged and credited by it
 * @param clean whether older jobs are worth nothing any more
 */
public record JobOffer(
        String id,
        Job job,
        Difficulty difficulty,
        long height,
        PowId pow,
        Seed seed,
        Optional<Seed> nextSeed,
        boolean clean,
        WorkForm form) {
    /** Work as nearly all miners want it. */
    public JobOffer(
            String id,
            Job job,
            Difficulty difficulty,
            long height,
            PowId pow,
            Seed seed,
            Optional<Seed> nextSeed,
            boolean clean) {
        this(id, job, difficulty, height, pow, seed, nextSeed, clean, new WorkForm.Hashing());
    }
}
