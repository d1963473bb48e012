package org.motherlode.bench.push;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One job on its way to all bots. Times are of {@link System#nanoTime}. Safe for any thread. */
final class PushRound {
    private final long[] arrivals;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;

    PushRound(int bots) {
        this.arrivals = new long[bots];
        this.open = new CountDownLatch(bots);
    }

    /** What comes beyond one for each bot is of another round. */
    void arrived(long nanos) {
        int place = next.getAndIncrement();
        if (place < arrivals.length) {
            arrivals[place] = nanos;
            open.countDown();
        }
    }

    boolean await(long millis) throws InterruptedException {
        return open.await(millis, TimeUnit.MILLISECONDS);
    }

    /** When each bot had it that has it by now, since a moment, the first one first. Ask after {@link #await}. */
    Push since(long began, long written) {
        int here = arrivals.length - (int) open.getCount();
        return new Push(
                arrivals.length,
                written,
                Arrays.stream(arrivals, 0, here)
                        .map(at -> at - began)
                        .sorted()
                        .boxed()
                        .toList());
    }
}
