package org.motherlode.whole;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that a test has its hand on: it goes no further until the test says so, or for {@link #LONGEST_MINUTES}. */
final class HeldCall {
    private static final long LONGEST_MINUTES = 15;

    private final CountDownLatch caught = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

    /** One that is lost as soon as it comes. */
    static HeldCall lost() {
        HeldCall call = new HeldCall();
        call.lose();
        return call;
    }

    /** Whether it has come. */
    boolean isCaught() {
        return caught.getCount() == 0;
    }

    /** Whether it has come and nothing more will become of it. */
    boolean isOver() {
        return over.getCount() == 0;
    }

    void goOn() {
        goesOn.complete(true);
    }

    void lose() {
        goesOn.complete(false);
    }

    /** By who carries it; whether it goes on. */
    boolean arrives() {
        caught.countDown();
        try {
            return goesOn.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            return false; // the test has ended long ago
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it so", e);
        }
    }

    /** By who carries it. */
    void ends() {
        over.countDown();
    }
}
