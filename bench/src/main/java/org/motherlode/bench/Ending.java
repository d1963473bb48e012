package org.motherlode.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the process is asked to end (Ctrl-C), the measuring thread is interrupted, so that it closes what it opened, in
 * order; the process waits for that. What is then left of the processes that it started is ended by number.
 */
final class Ending {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread measuring;

    private Ending(Thread measuring) {
        this.measuring = measuring;
    }

    static Ending ofThisThread() {
        Ending ending = new Ending(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end, "ending"));
        return ending;
    }

    /** Nothing is open any more. */
    void done() {
        over.countDown();
    }

    private void end() {
        try {
            if (over.getCount() > 0) {
                measuring.interrupt();
            }
            boolean closed = over.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (!closed) {
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
