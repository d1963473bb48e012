package org.motherlode.ctl.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.work.Steps;

/** Waits for one stage of the story, tells how far it is every few seconds, and says what was missing when it is late. */
final class Stage {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Steps steps;
    private final LongSupplier nanoTime;

    Stage(Steps steps) {
        this(steps, System::nanoTime);
    }

    Stage(Steps steps, LongSupplier nanoTime) {
        this.steps = steps;
        this.nanoTime = nanoTime;
    }

    /** How far it is, in words for people. */
    @FunctionalInterface
    interface Progress {
        String words() throws IOException, InterruptedException;
    }

    /**
     * Returns when the check holds.
     *
     * @throws IOException names what did not come in time, and how far it was
     */
    void await(String what, Duration within, Waiting.Check check, Progress progress)
            throws IOException, InterruptedException {
        long[] next = {nanoTime.getAsLong() + EVERY.toNanos()};
        boolean came = Waiting.until(within, () -> {
            if (nanoTime.getAsLong() - next[0] >= 0) {
                steps.say("  " + words(progress));
                next[0] = nanoTime.getAsLong() + EVERY.toNanos();
            }
            return check.holds();
        });
        if (!came) {
            throw new IOException("waited " + spoken(within) + " in vain for " + what + ": " + words(progress));
        }
    }

    private static String spoken(Duration within) {
        return within.toSeconds() % 60 == 0 ? within.toMinutes() + " min" : within.toSeconds() + " s";
    }

    private static String words(Progress progress) throws InterruptedException {
        try {
            return progress.words();
        } catch (IOException e) {
            return "how far it is cannot be told: " + e.getMessage();
        }
    }
}
