package org.motherlode.bench.idle;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;

/** Counts jobs that came by themselves. */
final class Jobs implements BotEvents {
    private static final long MOST_SECONDS = 60;

    private final Semaphore came = new Semaphore(0);

    @Override
    public void job(Bot bot, long nanos) {
        came.release();
    }

    /** Returns when so many more have come. */
    void await(int count) throws IOException, InterruptedException {
        if (!came.tryAcquire(count, MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("of " + count + " jobs only " + came.availablePermits() + " came");
        }
    }
}
