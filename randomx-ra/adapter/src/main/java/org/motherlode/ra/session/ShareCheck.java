package org.motherlode.ra.session;

import java.util.Optional;
import java.util.function.Function;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Claim;

/** Everything about a share that can be told without hashing, cheapest first. */
final class ShareCheck {
    /** Worth a hash, or refused. */
    sealed interface Outcome {
        <R> R fold(Function<Worthy, R> worthy, Function<Refusal, R> refused);

        record Worthy(Claim claim, Succession.Standing standing) implements Outcome {
            @Override
            public <R> R fold(Function<Worthy, R> worthy, Function<Refusal, R> refused) {
                return worthy.apply(this);
            }
        }

        record Refused(Refusal why) implements Outcome {
            @Override
            public <R> R fold(Function<Worthy, R> worthy, Function<Refusal, R> refused) {
                return refused.apply(why);
            }
        }
    }

    private final Seat seat;
    private final Services services;
    private final PowPlan plan;

    /** {@code plan}: the functions that the pool's work may ask for. */
    ShareCheck(Seat seat, Services services, PowPlan plan) {
        this.seat = seat;
        this.services = services;
        this.plan = plan;
    }

    /**
     * Whether a share claims a block while no other claimed block of its connection is on its way. No budget refuses it, for
     * its miner sends it only once; and only one at a time, because claiming is free.
     */
    boolean isUrgent(Claim claim) {
        return claim.isBlock() && !seat.hasBlockInFlight();
    }

    /** The same of a share that nobody has looked at yet. */
    boolean isUrgent(Request.Submit submit) {
        return submit.result().isPresent()
                && jobOf(submit)
                        .flatMap(job -> job.filled(submit.filled()))
                        .filter(job -> isUrgent(claim(job, submit)))
                        .isPresent();
    }

    private Optional<MinerJob> jobOf(Request.Submit submit) {
        return seat.job(submit.jobId()).filter(job -> !job.isChoice());
    }

    private static Claim claim(MinerJob job, Request.Submit submit) {
        return new Claim(job, submit.nonce(), submit.result(), submit.extras());
    }

    /** Notes a share that is worth a hash as sent. */
    Outcome check(Request.Submit submit, long nowMillis) {
        Optional<MinerJob> known = jobOf(submit);
        if (known.isEmpty()) {
            return refused(seat.hadJob(submit.jobId()) ? ShareRefusal.STALE : ShareRefusal.UNKNOWN_JOB);
        }
        Optional<MinerJob> filled = known.get().filled(submit.filled());
        if (filled.isEmpty()) {
            return refused(ShareRefusal.MALFORMED);
        }
        MinerJob job = filled.get();
        if (submit.algorithm().filter(name -> isAnother(name, job)).isPresent()) {
            return refused(ShareRefusal.WRONG_ALGORITHM);
        }
        Claim claim = claim(job, submit);
        Succession.Standing standing = seat.standing(job, nowMillis);
        // A block that comes too late is still one: the network may yet take it, so it goes the whole way.
        if (standing == Succession.Standing.STALE && !(claim.isBlock() && seat.isRival(job))) {
            return refused(ShareRefusal.STALE);
        }
        Optional<Refusal> why = unworthy(claim);
        return why.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Worthy(claim, standing));
    }

    private static Outcome refused(ShareRefusal why) {
        return new Outcome.Refused(Refusal.of(why));
    }

    /** A name that we do not know may be another spelling of the right one. */
    private boolean isAnother(String function, MinerJob job) {
        return plan.names(function)
                && !function.equals(job.template().block().pow().name());
    }

    /** Whether the miner has as many unverified shares as it may. */
    private boolean hasTooManyOnTheirWay() {
        SessionSettings settings = services.settings();
        return seat.inFlight() >= (seat.isProven() ? settings.sharesInFlight() : settings.unprovenInFlight());
    }

    private Optional<Refusal> unworthy(Claim claim) {
        MinerJob job = claim.job();
        if (claim.nonce().length() != job.work().nonceBytes()) {
            return Optional.of(Refusal.of(ShareRefusal.MALFORMED));
        }
        boolean tooEasy = claim.claimed()
                .filter(hash ->
                        !job.difficulty().isMetBy(hash, job.template().block().hashOrder()))
                .isPresent();
        if (tooEasy) {
            return Optional.of(Refusal.of(ShareRefusal.LOW_DIFFICULTY));
        }
        boolean urgent = isUrgent(claim);
        if (!urgent && hasTooManyOnTheirWay()) {
            return Optional.of(Refusal.over(Count.SHARES_THROTTLED_IN_FLIGHT));
        }
        if (!services.verifier().isPossible(claim)) {
            return Optional.of(Refusal.of(ShareRefusal.BAD_HASH));
        }
        return job.noteSent(claim.nonce(), urgent)
                .map(why -> why == ShareRefusal.THROTTLED
                        ? Refusal.over(Count.SHARES_THROTTLED_TEMPLATE)
                        : Refusal.of(why));
    }
}
