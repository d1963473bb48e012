package org.motherlode.ejb.view;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.motherlode.model.view.ViewUnavailableException;

/** A few queries at a time, so that payments always find a connection. Who waits too long is sent away. */
final class Turns {
    private final Semaphore turns;
    private final long patienceMillis;

    Turns(ViewBounds bounds) {
        this(bounds.readers(), bounds);
    }

    /** As many at a time; each waits no longer than a query may take. */
    Turns(int atATime, ViewBounds bounds) {
        this.turns = new Semaphore(atATime, true);
        this.patienceMillis = bounds.statement().toMillis();
    }

    <T> T take(Supplier<T> query) {
        await();
        try {
            return query.get();
        } finally {
            turns.release();
        }
    }

    private void await() {
        try {
            if (turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ViewUnavailableException("Too many ask at once; try again in a few seconds.");
    }

    /** What readers are told when a query failed. */
    static ViewUnavailableException noAnswer(Exception cause) {
        return new ViewUnavailableException("The database does not answer in time; try again in a few seconds.", cause);
    }
}
