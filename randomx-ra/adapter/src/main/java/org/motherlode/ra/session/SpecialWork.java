package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.ra.job.MinerJob;

/** Work in the form that a miner wants, where that is not the usual one. */
final class SpecialWork {
    private final Seat seat;
    private final JobBoard board;

    SpecialWork(Seat seat, JobBoard board) {
        this.seat = seat;
        this.board = board;
    }

    /** Why there is no such work for this miner, if so. */
    Optional<String> impossible(LiveTemplate template) {
        ExtraNonce any = new ExtraNonce(Octets.of(new byte[template.block().extraNonceBytes()]));
        boolean possible =
                switch (seat.member().form()) {
                    case HASHING -> true;
                    case CHOOSING -> template.block().ownTemplates().isPresent();
                    case FILLING -> template.block().openBlock(any).isPresent();
                };
        return possible
                ? Optional.empty()
                : Optional.of("this pool does not let miners make their own work (self-select, xmr-node-proxy)");
    }

    MinerJob job(LiveTemplate template, Difficulty wanted) {
        String id = seat.nextJobId();
        Optional<MinerJob> special =
                switch (seat.member().form()) {
                    case HASHING -> Optional.empty();
                    case CHOOSING ->
                        template.block().ownTemplates().map(own -> board.newChoice(id, template, wanted, own));
                    case FILLING -> board.newOpen(id, template, wanted);
                };
        return special.orElseGet(() -> board.newJob(id, template, wanted));
    }
}
