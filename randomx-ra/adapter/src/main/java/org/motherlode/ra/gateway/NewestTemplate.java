package org.motherlode.ra.gateway;

import java.util.Optional;
import org.motherlode.model.chain.BlockTemplate;

/** Holds the last template that was published until it is taken. Whoever is slow skips the ones before. */
final class NewestTemplate {
    private Optional<BlockTemplate> newest = Optional.empty();

    /** True if nothing was held before. */
    synchronized boolean put(BlockTemplate template) {
        boolean first = newest.isEmpty();
        newest = Optional.of(template);
        return first;
    }

    synchronized Optional<BlockTemplate> peek() {
        return newest;
    }

    /** False if a newer one came in the meantime, or it was thrown away. */
    synchronized boolean take(BlockTemplate template) {
        boolean same = newest.filter(held -> held == template).isPresent();
        if (same) {
            newest = Optional.empty();
        }
        return same;
    }

    synchronized void clear() {
        newest = Optional.empty();
    }
}
