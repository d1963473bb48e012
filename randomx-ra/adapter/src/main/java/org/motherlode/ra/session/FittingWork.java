package org.motherlode.ra.session;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;

/** Work for one miner: in the form that it wants, of a function that it can compute, and as hard as it should be. */
final class FittingWork {
    private final Seat seat;
    private final Lobby lobby;
    private final Services services;

    FittingWork(Seat seat, Lobby lobby, Services services) {
        this.seat = seat;
        this.lobby = lobby;
        this.services = services;
    }

    /** Why there is no such work for this miner, if so. */
    Optional<String> impossible(LiveTemplate template) {
        return unknown(template).or(() -> formless(template.block()));
    }

    /** Why it cannot do this work at all: a fork has changed the function. */
    Optional<String> unknown(LiveTemplate template) {
        return refusal(template.block().pow().name(), seat.member().algorithms());
    }

    /** A miner that does not say what it can compute is believed to know. */
    static Optional<String> refusal(String algorithm, List<String> algorithms) {
        return algorithms.isEmpty() || algorithms.contains(algorithm)
                ? Optional.empty()
                : Optional.of("this pool mines " + algorithm + ", which your miner does not offer");
    }

    private Optional<String> formless(BlockTemplate block) {
        ExtraNonce any = new ExtraNonce(Octets.of(new byte[block.extraNonceBytes()]));
        boolean possible =
                switch (seat.member().form()) {
                    case HASHING -> true;
                    case CHOOSING -> block.ownTemplates().isPresent();
                    case FILLING -> block.openBlock(any).isPresent();
                };
        return possible
                ? Optional.empty()
                : Optional.of("this pool does not let miners make their own work (self-select, xmr-node-proxy)");
    }

    MinerJob job(LiveTemplate template) {
        services.figures().count(Count.JOBS_SENT);
        BlockTemplate block = template.block();
        Difficulty bound = services.verifier().forgeryBound(block.pow());
        Difficulty wanted = lobby.vardiff().unforgeable(seat.vardiff().current(), bound);
        JobBoard board = lobby.board();
        String id = seat.nextJobId();
        Optional<MinerJob> special =
                switch (seat.member().form()) {
                    case HASHING -> Optional.empty();
                    case CHOOSING -> block.ownTemplates().map(own -> board.newChoice(id, template, wanted, own));
                    case FILLING -> board.newOpen(id, template, wanted);
                };
        return special.orElseGet(() -> board.newJob(id, template, wanted));
    }
}
