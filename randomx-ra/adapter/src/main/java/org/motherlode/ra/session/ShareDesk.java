package org.motherlode.ra.session;

import java.util.function.Consumer;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.delivery.Receipt;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Verdict;

/** Takes the shares of one connection in: checks, verification, crediting, answer. */
final class ShareDesk {
    private final Wire wire;
    private final Dialect dialect;
    private final Services services;
    private final Runnable difficultyChanged;

    ShareDesk(Wire wire, Dialect dialect, Services services, Runnable difficultyChanged) {
        this.wire = wire;
        this.dialect = dialect;
        this.services = services;
        this.difficultyChanged = difficultyChanged;
    }

    void submit(Request.Submit submit, Seat seat) {
        services.figures().count(Count.SHARES_SUBMITTED);
        Consumer<ShareRefusal> refuse = why -> refuse(submit, seat, why);
        ShareCheck.check(submit, seat, services.settings())
                .fold(
                        claim -> {
                            verify(submit, seat, claim);
                            return claim;
                        },
                        why -> {
                            refuse.accept(why);
                            return why;
                        });
    }

    private void verify(Request.Submit submit, Seat seat, Claim claim) {
        // One claimed block at a time has the right of way: claiming is free.
        boolean block = claim.isBlock() && !seat.hasBlockInFlight();
        Lane ordinary = seat.isProven() ? Lane.PROVEN : Lane.UNPROVEN;
        Lane ahead = seat.isProven() ? Lane.PROVEN_BLOCK : Lane.UNPROVEN_BLOCK;
        Consumer<Verdict> then = verdict -> judged(submit, seat, claim, block, verdict);
        seat.leaves(block);
        boolean taken = (block && services.verifier().offer(ahead, claim, then))
                || services.verifier().offer(ordinary, claim, then);
        if (!taken) {
            seat.comesBack(block);
            claim.job().forgetSent(claim.nonce());
            refuse(submit, seat, ShareRefusal.NOT_READY);
        }
    }

    /** On the verifier's thread: numbers the share at once, and leaves the rest to the connection's loop. */
    private void judged(Request.Submit submit, Seat seat, Claim claim, boolean block, Verdict verdict) {
        Verdict after = verdict.fold(good -> credited(submit, seat, claim, good), bad -> bad);
        wire.onLoop(() -> {
            seat.comesBack(block);
            after.fold(
                    good -> {
                        accepted(seat, claim);
                        return good;
                    },
                    bad -> {
                        refusedAfterHash(submit, seat, claim, bad.why());
                        return bad;
                    });
        });
    }

    private Verdict credited(Request.Submit submit, Seat seat, Claim claim, Verdict.Good good) {
        Receipt receipt = new Receipt() {
            @Override
            public void stored() {
                wire.onLoop(() -> wire.send(dialect.accepted(submit)));
            }

            @Override
            public void late() {
                wire.onLoop(() -> wire.send(dialect.refused(submit, ShareRefusal.NOT_READY)));
            }
        };
        boolean taken = services.crediting().credit(seat.member(), claim, good, receipt);
        return taken ? good : new Verdict.Bad(ShareRefusal.NOT_READY);
    }

    private void accepted(Seat seat, Claim claim) {
        seat.accepted();
        if (seat.vardiff().accepted(claim.job().difficulty(), services.millis().getAsLong())) {
            difficultyChanged.run();
        }
    }

    private void refusedAfterHash(Request.Submit submit, Seat seat, Claim claim, ShareRefusal why) {
        if (why == ShareRefusal.NOT_READY) {
            claim.job().forgetSent(claim.nonce());
        }
        refuse(submit, seat, why);
        if (why == ShareRefusal.BAD_HASH && seat.bad() >= services.settings().badHashes()) {
            services.figures().count(Count.CONNECTIONS_CUT);
            wire.sendLast(dialect.problem("null", Problem.BANNED));
        }
    }

    private void refuse(Request.Submit submit, Seat seat, ShareRefusal why) {
        Member member = seat.member();
        seat.refused();
        services.figures().count(Count.of(why));
        services.refused().add(member.pool(), member.address(), member.worker().text(), why);
        wire.send(dialect.refused(submit, why));
    }
}
