package org.motherlode.coopmine.miner;

import java.util.Map;
import org.motherlode.coopmine.report.Event;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.client.PoolJob;
import org.motherlode.stratum.client.ShareAnswer;

/** Counts what became of the shares and puts it into words. Safe for any thread. */
final class ShareBook {
    private long accepted;
    private long refused;
    private long unanswered;

    synchronized long accepted() {
        return accepted;
    }

    synchronized Event note(PoolJob job, Hash hash, ShareAnswer answer, long millis) {
        return answer.fold(
                ok -> {
                    accepted++;
                    String words = "share " + hash + " accepted, difficulty " + difficulty(job);
                    return event("share-accepted", words, job, millis);
                },
                no -> {
                    refused++;
                    return event("share-refused", "share refused by the pool: " + no.words(), job, millis);
                },
                none -> {
                    unanswered++;
                    return event("share-unanswered", "share without answer: " + none.why(), job, millis);
                });
    }

    private Event event(String name, String sentence, PoolJob job, long millis) {
        return Event.of(
                name,
                sentence + ", after " + millis + " ms (" + this + ")",
                Map.of(
                        "difficulty", job.difficulty(),
                        "height", job.height(),
                        "answerMillis", millis,
                        "accepted", accepted,
                        "refused", refused,
                        "unanswered", unanswered));
    }

    static String difficulty(PoolJob job) {
        return Long.toUnsignedString(job.difficulty());
    }

    @Override
    public synchronized String toString() {
        return accepted + " accepted, " + refused + " refused"
                + (unanswered > 0 ? ", " + unanswered + " unanswered" : "");
    }
}
