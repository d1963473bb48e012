package org.motherlode.ra.delivery;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tries again until it works, with a pause that doubles up to a bound; gives up only when the adapter stops. */
final class Persistence {
    /** Something that can be repeated. */
    interface Attempt {
        void run() throws DeliveryFailedException, InterruptedException;
    }

    private final DeliverySettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Persistence(DeliverySettings settings) {
        this.settings = settings;
    }

    /**
     * Whether an attempt succeeded; false if the adapter stops and the attempt after that failed too. A bug, an
     * {@link Error} too, is an attempt that failed: nobody would take this thread's place.
     *
     * @param failure hears each failed attempt; anything but a {@link DeliveryFailedException} is a bug
     */
    boolean until(Attempt attempt, Consumer<Throwable> failure) throws InterruptedException {
        long pause = settings.firstRetryMillis();
        while (true) {
            boolean lastTry = stopped.getCount() == 0;
            try {
                attempt.run();
                return true;
            } catch (DeliveryFailedException | RuntimeException | Error e) {
                failure.accept(e);
                if (lastTry) {
                    return false;
                }
            }
            // The answer does not matter: after a stop there is one attempt more, without a pause.
            boolean ignored = stopped.await(pause, TimeUnit.MILLISECONDS);
            pause = Math.min(2 * pause, settings.lastRetryMillis());
        }
    }

    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
