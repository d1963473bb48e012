package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notices a piece of work that is under way for too long. A database that hangs gives no error until the socket's
 * time-out, a minute later; until then its silence is all there is to see. One piece of work at a time.
 */
public final class Overdue {
    private static final long IDLE = Long.MIN_VALUE;

    private final Duration longest;
    private final LongSupplier nanoTime;
    private final AtomicLong since = new AtomicLong(IDLE);

    public Overdue(Duration longest, LongSupplier nanoTime) {
        this.longest = longest;
        this.nanoTime = nanoTime;
    }

    public void begins() {
        since.set(nanoTime.getAsLong());
    }

    public void ends() {
        since.set(IDLE);
    }

    /** What is otherwise known of the work, or that nothing has come of it for too long. */
    public Health.State or(Health.State otherwise) {
        long began = since.get();
        if (began == IDLE) {
            return otherwise;
        }
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - began);
        return elapsed.compareTo(longest) < 0
                ? otherwise
                : new Health.State(false, "the database has given no answer for " + elapsed.toSeconds() + " s");
    }
}
