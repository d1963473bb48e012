package org.motherlode.ra.trouble;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.motherlode.model.health.Condition;
import org.motherlode.ra.statistics.Figures;

/**
 * One kind of fault. Each time is counted at once; the log gets one line a minute, with how often it happened since the
 * line before; the health check hears of it until a minute has passed without it. The stack stands under the first line
 * of a bout only. Safe for any thread.
 */
public final class Trouble {
    private static final Logger LOG = Logger.getLogger(Trouble.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_WORDS = 300;

    private final Fault fault;
    private final Figures figures;
    private final LongSupplier nanoTime;
    private volatile boolean failing;
    private Optional<String> last = Optional.empty();
    private long lastAt;
    private long nextLineAt;
    private long untold;

    Trouble(Fault fault, Figures figures, LongSupplier nanoTime) {
        this.fault = fault;
        this.figures = figures;
        this.nanoTime = nanoTime;
        this.nextLineAt = nanoTime.getAsLong();
    }

    /** It happened once more; {@code words} are put on one line and cut where they are long. */
    public void note(String words, Throwable cause) {
        note(words, Optional.of(cause));
    }

    /** The same where a stack would say nothing more. */
    public void note(String words) {
        note(words, Optional.empty());
    }

    private synchronized void note(String words, Optional<Throwable> cause) {
        long now = nanoTime.getAsLong();
        boolean fresh = last.isEmpty() || now - lastAt >= PAUSE_NANOS;
        figures.count(fault.count());
        failing = true;
        String kept = words.substring(0, Math.min(words.length(), MOST_WORDS));
        last = Optional.of(kept.replaceAll("\\p{Cntrl}", " "));
        lastAt = now;
        untold++;
        if (now - nextLineAt >= 0) {
            tell(now, cause.filter(stack -> fresh));
        }
    }

    /** What could fail did not. */
    public void works() {
        if (failing) {
            failing = false;
        }
    }

    /** Writes the line that is due about what happened since the last one; to be called now and then. */
    synchronized void tell() {
        long now = nanoTime.getAsLong();
        if (untold > 0 && now - nextLineAt >= 0) {
            tell(now, Optional.empty());
        }
    }

    /** Empty when there is nothing to say. Needed is what has not worked once since it failed last. */
    synchronized Optional<Condition> condition() {
        return last.filter(words -> nanoTime.getAsLong() - lastAt < PAUSE_NANOS)
                .map(words -> new Condition(
                        fault.condition(), false, fault.isVital() && failing, words + ", " + total() + " so far"));
    }

    private void tell(long now, Optional<Throwable> cause) {
        String line = last.orElse("") + ": " + untold + " since this was last told, " + total() + " so far"
                + (failing ? "" : "; it works by now");
        cause.ifPresentOrElse(stack -> LOG.error(line, stack), () -> LOG.error(line));
        untold = 0;
        nextLineAt = now + PAUSE_NANOS;
    }

    private long total() {
        return figures.total(fault.count());
    }
}
