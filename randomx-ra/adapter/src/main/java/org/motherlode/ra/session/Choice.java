package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.chain.OwnTemplates;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.ra.job.MinerJob;

/** A miner's choice of its own block for a job: once for each job, and only while the job is for the next block. */
final class Choice {
    private final Seat seat;
    private final JobBoard board;

    Choice(Seat seat, JobBoard board) {
        this.seat = seat;
        this.board = board;
    }

    /** What is wrong, for the miner; nothing if its shares for the job count from now on. */
    Optional<String> take(Request.Propose propose, long nowMillis) {
        Optional<MinerJob> job = seat.job(propose.jobId());
        if (job.isEmpty()) {
            return Optional.of("cannot find job with job_id");
        }
        if (!job.get().isChoice()) {
            return Optional.of("job already has block template");
        }
        if (seat.standing(job.get(), nowMillis) != Succession.Standing.CURRENT) {
            return Optional.of("Block expired");
        }
        return judged(job.get(), propose);
    }

    private Optional<String> judged(MinerJob choice, Request.Propose propose) {
        OwnTemplates.Proposal proposal = new OwnTemplates.Proposal(
                propose.block(),
                choice.extraNonce(),
                propose.height(),
                propose.difficulty(),
                propose.previousId(),
                propose.seed());
        LiveTemplate template = choice.template();
        OwnTemplates own = template.block().ownTemplates().orElseThrow();
        return own.judge(proposal)
                .fold(
                        usable -> {
                            seat.choose(board.chosen(choice, usable.template()));
                            return Optional.<String>empty();
                        },
                        unusable -> Optional.of(unusable.sentence()));
    }
}
