package org.motherlode.ra.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.motherlode.model.chain.OwnTemplates;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.MinerJob;

/** A miner's choice of its own block for a job: once for each job, and only while the job is for the next block. */
record Choice(Request.Propose propose, Seat seat, JobBoard board) {
    /** What is wrong, for the miner, as far as it can be told without a look at the block. */
    Optional<String> wrong(long nowMillis) {
        Optional<MinerJob> job = seat.job(propose.jobId());
        if (job.isEmpty()) {
            return Optional.of("cannot find job with job_id");
        }
        if (!job.get().isChoice()) {
            return Optional.of("job already has block template");
        }
        return seat.standing(job.get(), nowMillis) == Succession.Standing.CURRENT
                ? Optional.empty()
                : Optional.of("Block expired");
    }

    /** The look at the block, which any thread may take; {@link #wrong} had nothing to say. */
    Supplier<OwnTemplates.Judgement> look() {
        MinerJob job = job();
        OwnTemplates own = job.template().block().ownTemplates().orElseThrow();
        OwnTemplates.Proposal proposal = new OwnTemplates.Proposal(
                propose.block(),
                job.extraNonce(),
                propose.height(),
                propose.difficulty(),
                propose.previousId(),
                propose.seed());
        return () -> own.judge(proposal);
    }

    /** From now on its shares for the job count; {@link #wrong} has nothing to say. */
    void take(OwnTemplates.Judgement.Usable usable) {
        seat.choose(board.chosen(job(), usable.template()));
    }

    private MinerJob job() {
        return seat.job(propose.jobId()).orElseThrow();
    }
}
