package org.motherlode.ejb.queue;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Work that is done again and again, never twice at once; a bug in one run is logged and does not end the next. */
public final class Repeated {
    /**
     * The server's executor outlives a deployment and keeps cancelled work in its line until it would have been due, and
     * with the work all our classes. So nothing lies there longer than this: rarer work passes several turns.
     */
    static final Duration LONGEST_TURN = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Repeated.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final Runnable work;
    private final long turns;
    private final ReentrantLock running = new ReentrantLock();
    private final Future<?> runs;
    private volatile boolean ended;
    private long passed;

    private Repeated(Duration pause, String name, Runnable work, ScheduledExecutorService executor) {
        this.name = name;
        this.work = work;
        long turn = Math.min(pause.toMillis(), LONGEST_TURN.toMillis());
        this.turns = (pause.toMillis() + turn - 1) / turn;
        this.runs = executor.scheduleWithFixedDelay(this::turn, turn, turn, TimeUnit.MILLISECONDS);
    }

    /** The first run comes after the first pause; a pause above {@link #LONGEST_TURN} is rounded up to whole turns. */
    public static Repeated every(Duration pause, String name, Runnable work, ScheduledExecutorService executor) {
        return new Repeated(pause, name, work, executor);
    }

    /**
     * No run begins after this. One that is under way gets a few seconds, for what it works with is taken away next; if it
     * fails over that, nobody needs to know.
     */
    public void end() {
        ended = true;
        runs.cancel(false);
        try {
            if (running.tryLock(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                running.unlock();
            } else {
                LOG.debugf("%s has not ended in %s", name, LONGEST_END);
                runs.cancel(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        running.lock();
        try {
            passed++;
            if (!ended && passed >= turns) {
                passed = 0;
                work.run();
            }
        } catch (RuntimeException e) {
            if (ended) {
                LOG.debugf(e, "%s was under way while the server stopped", name);
            } else {
                failed(name, e);
            }
        } finally {
            running.unlock();
        }
    }

    /** Runs it once; a bug is logged and goes no further. */
    public static void guarded(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failed(name, e);
        }
    }

    private static void failed(String name, RuntimeException e) {
        LOG.errorf(e, "%s failed unexpectedly and will be tried again", name);
    }
}
