package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again, never twice at once; a bug in one run is logged and does not end the next. Each has a
 * thread of its own: one that waits for a wallet holds up no other, and the server's shared executor would refuse each run
 * with an error in the log from the moment at which it is told to suspend or stop.
 */
public final class Repeated {
    private static final Logger LOG = Logger.getLogger(Repeated.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final Runnable work;
    private final ScheduledThreadPoolExecutor thread;
    private volatile boolean ended;

    private Repeated(String name, Runnable work, ThreadFactory threads) {
        this.name = name;
        this.work = work;
        this.thread = new ScheduledThreadPoolExecutor(1, threads);
    }

    /** The first run comes after the first pause. */
    public static Repeated every(Duration pause, String name, Runnable work, ThreadFactory threads) {
        return new Repeated(name, work, threads).begin(pause, pause);
    }

    /** The first run comes at once. */
    public static Repeated fromNowOn(Duration pause, String name, Runnable work, ThreadFactory threads) {
        return new Repeated(name, work, threads).begin(Duration.ZERO, pause);
    }

    private Repeated begin(Duration first, Duration pause) {
        // It says nothing but that it was cancelled: a run lets nothing out.
        var ignored =
                thread.scheduleWithFixedDelay(this::run, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * No run begins after this. One that is under way gets a few seconds, for what it works with is taken away next; if it
     * fails over that, nobody needs to know.
     */
    public void end() {
        ended = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("%s has not ended in %s", name, LONGEST_END);
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (ended) {
                LOG.debugf(e, "%s was under way while the server stopped", name);
            } else {
                failed(name, e);
            }
        }
    }

    /** Runs it once; a bug is logged and goes no further. */
    public static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed(name, e);
        }
    }

    private static void failed(String name, Throwable fault) {
        LOG.errorf(fault, "%s failed unexpectedly and will be tried again", name);
    }
}
