package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wish to stop that a working thread can wait for, so that no pause delays the end. */
public final class Stopping {
    private final CountDownLatch wanted = new CountDownLatch(1);

    public void want() {
        wanted.countDown();
    }

    public boolean isWanted() {
        return wanted.getCount() == 0;
    }

    /** Waits at most so long; true if the work is to stop. An interrupt counts as a wish to stop. */
    public boolean within(Duration wait) {
        try {
            return wanted.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            want();
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
