package org.motherlode.ra.session;

import java.util.Optional;
import java.util.function.Function;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.verify.Claim;

/** Everything about a share that can be told without hashing, cheapest first. */
final class ShareCheck {
    /** Worth a hash, or refused. */
    sealed interface Outcome {
        <R> R fold(Function<Claim, R> worthy, Function<ShareRefusal, R> refused);

        record Worthy(Claim claim) implements Outcome {
            @Override
            public <R> R fold(Function<Claim, R> worthy, Function<ShareRefusal, R> refused) {
                return worthy.apply(claim);
            }
        }

        record Refused(ShareRefusal why) implements Outcome {
            @Override
            public <R> R fold(Function<Claim, R> worthy, Function<ShareRefusal, R> refused) {
                return refused.apply(why);
            }
        }
    }

    private ShareCheck() {}

    /** Notes a share that is worth a hash as sent. */
    static Outcome check(Request.Submit submit, Seat seat, SessionSettings settings) {
        Optional<MinerJob> known = seat.job(submit.jobId());
        if (known.isEmpty()) {
            return new Outcome.Refused(seat.hadJob(submit.jobId()) ? ShareRefusal.STALE : ShareRefusal.UNKNOWN_JOB);
        }
        MinerJob job = known.get();
        if (!seat.isGood(job)) {
            return new Outcome.Refused(ShareRefusal.STALE);
        }
        if (submit.nonce().length() != job.work().nonceBytes()) {
            return new Outcome.Refused(ShareRefusal.MALFORMED);
        }
        boolean tooEasy = submit.result()
                .filter(hash ->
                        !job.difficulty().isMetBy(hash, job.template().block().hashOrder()))
                .isPresent();
        if (tooEasy) {
            return new Outcome.Refused(ShareRefusal.LOW_DIFFICULTY);
        }
        if (seat.inFlight() >= (seat.isProven() ? settings.sharesInFlight() : settings.unprovenInFlight())) {
            return new Outcome.Refused(ShareRefusal.THROTTLED);
        }
        Optional<ShareRefusal> sentBefore = job.noteSent(submit.nonce());
        if (sentBefore.isPresent()) {
            return new Outcome.Refused(sentBefore.get());
        }
        return new Outcome.Worthy(new Claim(job, submit.nonce(), submit.result()));
    }
}
