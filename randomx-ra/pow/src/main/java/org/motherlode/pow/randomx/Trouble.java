package org.motherlode.pow.randomx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What went wrong last in each matter, for the log and for the operator; at most one sentence a matter. */
final class Trouble {
    enum Matter {
        SEEDS,
        FAST_MODE,
        SECOND_DATASET,
        UNSOUND
    }

    /** Begins what is told in the matter of a second dataset. */
    static final String ONE_DATASET =
            "only one dataset is kept, light mode serves while it is made after a change of the seed: ";

    private static final System.Logger LOG = System.getLogger("org.motherlode.pow");
    private final Map<Matter, String> sentences = new ConcurrentHashMap<>();

    /** Logged once per change, not per attempt. */
    void say(Matter matter, String sentence) {
        if (!sentence.equals(sentences.put(matter, sentence))) {
            LOG.log(System.Logger.Level.WARNING, sentence);
        }
    }

    void over(Matter matter) {
        sentences.remove(matter);
    }

    List<String> sentences() {
        return new ArrayList<>(sentences.values());
    }
}
