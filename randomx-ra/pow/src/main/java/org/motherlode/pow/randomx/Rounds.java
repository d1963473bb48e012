package org.motherlode.pow.randomx;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a piece of work that looks at the whole state each time. However often it is asked for, it is queued at most once and
 * never runs twice at the same time; asked for while it runs, it runs once more.
 */
final class Rounds {
    private final Executor executor;
    private final Runnable round;
    private final AtomicInteger asked = new AtomicInteger();

    Rounds(Executor executor, Runnable round) {
        this.executor = executor;
        this.round = round;
    }

    void request() {
        if (asked.getAndIncrement() == 0) {
            submit();
        }
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closed) {
            asked.set(0); // the executor was shut down: there is nothing left to do
        }
    }

    private void run() {
        int answered = asked.get();
        try {
            round.run();
        } finally {
            if (asked.addAndGet(-answered) > 0) {
                submit();
            }
        }
    }
}
