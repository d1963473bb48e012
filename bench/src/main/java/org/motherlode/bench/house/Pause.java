package org.motherlode.bench.house;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where time itself is what is waited for. */
public final class Pause {
    private Pause() {}

    /** Ends early only by interruption. */
    public static void of(long millis) throws InterruptedException {
        boolean counted = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        if (counted) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
