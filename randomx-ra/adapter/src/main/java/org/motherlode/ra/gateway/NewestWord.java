package org.motherlode.ra.gateway;

import java.util.Optional;
import org.motherlode.model.chain.BlockTemplate;

/**
 * Holds the last that was said of a pool's work until it is heeded: a template, or why there is none. Whoever is slow skips
 * what was said before, so that no word can undo a later one.
 */
final class NewestWord {
    /** One thing that was said; compared by identity. */
    static final class Word {
        private final Optional<BlockTemplate> template;
        private final String why;

        private Word(Optional<BlockTemplate> template, String why) {
            this.template = template;
            this.why = why;
        }

        static Word work(BlockTemplate template) {
            return new Word(Optional.of(template), "");
        }

        static Word pause(String why) {
            return new Word(Optional.empty(), why);
        }

        /** Empty if there is no work. */
        Optional<BlockTemplate> template() {
            return template;
        }

        /** Why there is none. */
        String why() {
            return why;
        }
    }

    private Optional<Word> newest = Optional.empty();
    private boolean seen;

    /** True if nobody will see it who is not told: nothing was held before, or what was held has been looked at already. */
    synchronized boolean put(Word word) {
        boolean tell = newest.isEmpty() || seen;
        newest = Optional.of(word);
        seen = false;
        return tell;
    }

    synchronized Optional<Word> peek() {
        seen = true;
        return newest;
    }

    /** False if a newer one came in the meantime. */
    synchronized boolean take(Word word) {
        boolean same = newest.filter(held -> held == word).isPresent();
        if (same) {
            newest = Optional.empty();
        }
        return same;
    }
}
