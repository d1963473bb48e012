package org.motherlode.pow.randomx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What went wrong last in each matter, for the log and for the operator; at most one sentence a matter. */
final class Trouble {
    enum Matter {
        SEEDS,
        CACHES,
        FAST_MODE,
        SECOND_DATASET,
        UNSOUND
    }

    /** Begins what is told in the matter of a second dataset. */
    static final String ONE_DATASET =
            "only one dataset is kept, light mode serves while it is made after a change of the seed: ";

    /** Numbers in a sentence change with each attempt, and attempts go on for as long as it takes. */
    static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(10);

    private record Told(String sentence, long atNanos) {}

    private static final System.Logger LOG = System.getLogger("org.motherlode.pow");
    private final LongSupplier nanos;
    private final Map<Matter, String> sentences = new ConcurrentHashMap<>();
    private final Map<Matter, Told> logged = new ConcurrentHashMap<>();

    /** {@code nanos}: a clock as {@link System#nanoTime} is one. */
    Trouble(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Logged when it is new, and again when it has changed and the matter was not in the log for ten minutes. */
    void say(Matter matter, String sentence) {
        sentences.put(matter, sentence);
        long now = nanos.getAsLong();
        Told before = logged.get(matter);
        if (before == null || (!before.sentence().equals(sentence) && now - before.atNanos() >= QUIET_NANOS)) {
            logged.put(matter, new Told(sentence, now));
            LOG.log(System.Logger.Level.WARNING, sentence);
        }
    }

    void over(Matter matter) {
        sentences.remove(matter);
        logged.remove(matter);
    }

    List<String> sentences() {
        return new ArrayList<>(sentences.values());
    }
}
