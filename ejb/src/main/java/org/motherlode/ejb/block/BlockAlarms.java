package org.motherlode.ejb.block;

import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ejb.queue.Health;

/** Blocks that the chain should know and does not, and why nobody could be asked; replaced by every round. */
final class BlockAlarms {
    private static final int MOST_NAMED = 10;

    private volatile Set<String> alarms = Set.of();
    private volatile String trouble = "";

    void set(Set<String> now) {
        alarms = new TreeSet<>(now);
        trouble = "";
    }

    /** The round could not be finished. */
    void trouble(String words) {
        trouble = words;
    }

    Health.State now() {
        String words = trouble;
        if (!words.isEmpty()) {
            return new Health.State(false, words);
        }
        Set<String> all = alarms;
        return all.isEmpty()
                ? new Health.State(true, "the chain knows all blocks")
                : new Health.State(
                        false, String.join("; ", all.stream().limit(MOST_NAMED).toList()));
    }
}
