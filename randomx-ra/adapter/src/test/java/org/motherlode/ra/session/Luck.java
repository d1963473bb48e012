package org.motherlode.ra.session;

import java.util.Random;
import org.motherlode.model.work.Difficulty;

/** A miner whose share is as likely at any moment as at another, by a generator with a fixed seed. */
final class Luck {
    private final Random random = new Random(20261121);
    private final long hashesPerSecond;
    long now;
    long changes;

    Luck(long hashesPerSecond) {
        this.hashesPerSecond = hashesPerSecond;
    }

    void mine(Vardiff vardiff) {
        Difficulty ofJob = vardiff.current();
        double luck = -Math.log(1 - random.nextDouble());
        long found = now + Math.max(1, (long) (luck * ofJob.value().doubleValue() * 1_000 / hashesPerSecond));
        for (; now + 500 < found; now += 500) {
            if (vardiff.look(now)) {
                changes++;
                return;
            }
        }
        now = found;
        changes += vardiff.accepted(ofJob, now) ? 1 : 0;
    }
}
