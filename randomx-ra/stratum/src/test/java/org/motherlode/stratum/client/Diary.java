package org.motherlode.stratum.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Notes what the client says, for the test to read in order. */
final class Diary implements PoolListener {
    private final BlockingQueue<Object> notes = new LinkedBlockingQueue<>();

    record LoggedIn() {}

    record Lost(String why) {}

    @Override
    public void loggedIn(PoolAddress pool) {
        notes.add(new LoggedIn());
    }

    @Override
    public void job(PoolJob job) {
        notes.add(job);
    }

    @Override
    public void disconnected(String why, Duration pause) {
        notes.add(new Lost(why));
    }

    @Override
    public void gaveUp(Surrender surrender) {
        notes.add(surrender);
    }

    <T> T next(Class<T> kind) throws InterruptedException {
        Object note = Optional.ofNullable(notes.poll(10, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing happened where a " + kind.getSimpleName() + " was due"));
        if (!kind.isInstance(note)) {
            throw new AssertionError("not a " + kind.getSimpleName() + ": " + note);
        }
        return kind.cast(note);
    }
}
