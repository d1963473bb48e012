package org.motherlode.ctl.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for something outside this process by asking again and again, up to a deadline. */
public final class Waiting {
    private static final long PAUSE_MILLIS = 250;

    private Waiting() {}

    /** Something that may become true; an {@link IOException} counts as "not yet". */
    @FunctionalInterface
    public interface Check {
        boolean holds() throws IOException, InterruptedException;
    }

    /** True as soon as the check holds, false when the time is over. */
    public static boolean until(Duration within, Check check) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            if (holds(check)) {
                return true;
            }
            if (System.nanoTime() - deadline > 0 || never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
    }

    private static boolean holds(Check check) throws InterruptedException {
        try {
            return check.holds();
        } catch (IOException notYet) {
            return false;
        }
    }
}
