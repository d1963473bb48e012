package org.motherlode.ejb.block;

import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ejb.queue.Health;

/** Blocks that the chain should know and does not, and why nobody could be asked; replaced by every round. */
final class BlockAlarms {
    private static final int MOST_NAMED = 10;

    private volatile Set<String> alarms = Set.of();
    private volatile long unknown;
    private volatile String trouble = "";

    /** {@code unknownBlocks}: all that the chain was not seen to know yet, alarming or not. */
    void set(Set<String> now, long unknownBlocks) {
        alarms = new TreeSet<>(now);
        unknown = unknownBlocks;
        trouble = "";
    }

    /** The round could not be finished. */
    void trouble(String words) {
        trouble = words;
    }

    private static String knownWords(long unknown) {
        return unknown == 0
                ? "the chain knows all blocks"
                : "the chain is not known to have " + unknown + " of our blocks yet";
    }

    Health.State now() {
        String words = trouble;
        if (!words.isEmpty()) {
            return new Health.State(false, words);
        }
        Set<String> all = alarms;
        return all.isEmpty()
                ? new Health.State(true, knownWords(unknown))
                : new Health.State(
                        false, String.join("; ", all.stream().limit(MOST_NAMED).toList()));
    }
}
