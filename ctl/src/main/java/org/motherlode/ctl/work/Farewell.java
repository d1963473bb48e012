package org.motherlode.ctl.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and TERM as an interruption of one thread, which then ends what it began. The JVM lives that long, because it
 * waits for its shutdown hooks.
 */
final class Farewell {
    private static final long PATIENCE_SECONDS = 90;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean askedFor;

    private Farewell() {}

    static Farewell toThisThread() {
        Farewell farewell = new Farewell();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> farewell.ask(worker), "farewell"));
        return farewell;
    }

    private void ask(Thread worker) {
        if (over.getCount() == 0) return;
        askedFor = true;
        worker.interrupt();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From here on the thread tidies up and must not be disturbed by what made it do so. */
    void begins() {
        Thread.interrupted();
    }

    boolean wasAskedFor() {
        return askedFor;
    }

    void ends() {
        over.countDown();
    }
}
