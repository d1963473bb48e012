package org.motherlode.ra.session;

import java.util.Optional;
import java.util.function.Consumer;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.delivery.Receipt;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Verdict;

/** Takes the shares of one connection in: checks, verification, crediting, answer. */
final class ShareDesk {
    /** A share on its way; {@code block} if it has the right of way as a claimed block. */
    private record Trip(
            Request.Submit submit,
            Seat seat,
            ShareCheck.Outcome.Worthy share,
            boolean block,
            Toll toll,
            Homecoming home) {
        Claim claim() {
            return share.claim();
        }
    }

    private final Peer peer;
    private final Wire wire;
    private final Dialect dialect;
    private final Services services;
    private final Visitor visitor;
    private final PowPlan plan;
    private final Runnable difficultyChanged;

    ShareDesk(Peer peer, Services services, PowPlan plan, Runnable difficultyChanged) {
        this.peer = peer;
        this.wire = peer.wire();
        this.dialect = peer.dialect();
        this.services = services;
        this.visitor = peer.visitor();
        this.plan = plan;
        this.difficultyChanged = difficultyChanged;
    }

    /** Tells whether the connection itself may send so many. */
    boolean submit(Request.Submit submit, Seat seat) {
        services.figures().count(Count.SHARES_SUBMITTED);
        ShareCheck check = new ShareCheck(seat, services, plan);
        boolean own = visitor.may(Ask.OWN_SUBMIT);
        if (own || check.isUrgent(submit)) {
            check(submit, seat, check);
        } else {
            refuse(submit, seat, Refusal.over(Count.SHARES_THROTTLED_OWN));
            press(submit, seat);
        }
        return own;
    }

    private void check(Request.Submit submit, Seat seat, ShareCheck check) {
        check.check(submit, now())
                .fold(
                        share -> {
                            verify(submit, seat, share, check.isUrgent(share.claim()));
                            return share;
                        },
                        why -> {
                            refuse(submit, seat, why);
                            if (why.figure() == Count.SHARES_THROTTLED_IN_FLIGHT) {
                                press(submit, seat);
                            }
                            return why;
                        });
    }

    private long now() {
        return services.millis().getAsLong();
    }

    private void verify(Request.Submit submit, Seat seat, ShareCheck.Outcome.Worthy share, boolean block) {
        Claim claim = share.claim();
        Toll toll = new Toll(visitor);
        // Only now: what is refused for nothing must not use up what its neighbours need.
        Optional<Count> over = block ? Optional.empty() : toll.pay(seat);
        if (over.isPresent()) {
            toll.giveBack();
            claim.job().forgetSent(claim.nonce());
            refuse(submit, seat, Refusal.over(over.get()));
            return;
        }
        Lane ordinary = seat.isProven() ? Lane.PROVEN : Lane.UNPROVEN;
        Lane ahead = seat.isProven() ? Lane.PROVEN_BLOCK : Lane.UNPROVEN_BLOCK;
        Consumer<Verdict> then =
                verdict -> judged(new Trip(submit, seat, share, block, toll, new Homecoming()), verdict);
        seat.leaves(block);
        if (block && services.verifier().offer(ahead, peer.sender(), claim, then)) {
            return;
        }
        // Where there is no room ahead, a claimed block is a share like others.
        boolean may = !block || toll.payFirst(seat);
        if (!may || !services.verifier().offer(ordinary, peer.sender(), claim, then)) {
            toll.giveBack();
            seat.comesBack(block);
            claim.job().forgetSent(claim.nonce());
            refuse(submit, seat, Refusal.of(ShareRefusal.NOT_READY));
        }
    }

    /** On the verifier's thread: numbers the share at once, and leaves the rest to the connection's loop. */
    private void judged(Trip trip, Verdict verdict) {
        Optional<Verdict> after = Optional.empty();
        try {
            after = Optional.of(verdict.fold(good -> credited(trip, good), bad -> bad));
        } finally {
            comeBack(trip, after);
        }
    }

    /** Also after a fault of ours, without a verdict: the miner's bound of shares on their way must not fill up with it. */
    private void comeBack(Trip trip, Optional<Verdict> verdict) {
        wire.onLoop(() -> {
            try {
                trip.seat().comesBack(trip.block());
                verdict.ifPresent(known -> answer(trip, known));
            } finally {
                trip.home().counted();
            }
        });
    }

    private void answer(Trip trip, Verdict verdict) {
        verdict.fold(
                good -> {
                    accepted(trip);
                    return good;
                },
                bad -> {
                    refusedAfterHash(trip, bad.why());
                    return bad;
                });
    }

    private Verdict credited(Trip trip, Verdict.Good good) {
        Receipt receipt = new Receipt() {
            @Override
            public void stored() {
                tell(trip, dialect.accepted(trip.submit()));
            }

            @Override
            public void late() {
                tell(trip, dialect.acceptedLate(trip.submit()));
            }
        };
        boolean taken = services.crediting().credit(trip.seat().member(), trip.claim(), good, receipt);
        return taken ? good : new Verdict.Bad(ShareRefusal.NOT_READY);
    }

    private void tell(Trip trip, String line) {
        wire.onLoop(() -> trip.home().answer(() -> wire.send(line)));
    }

    private void accepted(Trip trip) {
        trip.seat().accepted();
        visitor.worked();
        switch (trip.share().standing()) {
            case CURRENT -> {}
            case LATE -> services.figures().count(Count.SHARES_LATE);
            case STALE -> services.figures().count(Count.BLOCKS_RIVAL);
        }
        Difficulty difficulty = trip.claim().job().difficulty();
        if (trip.seat().vardiff().accepted(difficulty, now())) {
            difficultyChanged.run();
        }
    }

    private void refusedAfterHash(Trip trip, ShareRefusal why) {
        if (why == ShareRefusal.NOT_READY) {
            // Also where it was hashed and the fault is ours.
            trip.toll().giveBack();
            trip.claim().job().forgetSent(trip.claim().nonce());
        }
        boolean tooMany = why == ShareRefusal.BAD_HASH
                && trip.seat().bad() >= services.settings().badHashes();
        if (!tooMany) {
            String line = RefusalLine.of(dialect, trip.submit(), why, trip.claim());
            refuse(trip.submit(), trip.seat(), Refusal.of(why), line);
            return;
        }
        note(trip.seat(), Refusal.of(why));
        String id = trip.submit().requestId();
        if (!peer.leftBanned(id)) {
            peer.sendAway(dialect.problem(id, Problem.BAD_HASHES), Count.CONNECTIONS_CUT_HASHES);
        }
    }

    /** Where that was one too many, the miner hears of the ban in this share's answer: what answers nothing it may not read. */
    private void refuse(Request.Submit submit, Seat seat, Refusal refusal) {
        refuse(submit, seat, refusal, dialect.refused(submit, refusal.why()));
    }

    private void refuse(Request.Submit submit, Seat seat, Refusal refusal, String line) {
        note(seat, refusal);
        if (!peer.leftBanned(submit.requestId())) {
            wire.send(line);
        }
    }

    private void note(Seat seat, Refusal refusal) {
        services.figures().count(refusal.figure());
        visitor.failed(refusal.why());
        if (refusal.why() != ShareRefusal.NOT_READY) {
            holdAgainst(seat, refusal.why());
        }
    }

    /**
     * A miner that itself sends more than can be looked at gets harder work, so that less is refused. Where others have used
     * up what it shares with them, harder work would only take its own away.
     */
    private void press(Request.Submit submit, Seat seat) {
        boolean changed = seat.job(submit.jobId())
                .filter(job -> seat.vardiff().pressed(job.difficulty(), now()))
                .isPresent();
        if (changed) {
            difficultyChanged.run();
        }
    }

    /** Names cost nothing, and each becomes a row: whoever has not worked yet is only seen in the figures. */
    private void holdAgainst(Seat seat, ShareRefusal why) {
        Member member = seat.member();
        seat.refused();
        if (seat.isProven()
                && !services.refused()
                        .add(member.pool(), member.address(), member.worker().text(), why)) {
            services.figures().count(Count.REFUSALS_UNNAMED);
        }
    }
}
