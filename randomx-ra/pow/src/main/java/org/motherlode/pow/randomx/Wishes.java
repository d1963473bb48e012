package org.motherlode.pow.randomx;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motherlode.model.pow.Seed;

/**
 * The seeds that may be asked for, and which of them deserve a dataset.
 *
 * @param seeds the most important one first: hashes of that one are asked for now
 * @param served those of them that were the first one at some time
 */
record Wishes(List<Seed> seeds, Set<Seed> served) {
    static final Wishes NONE = new Wishes(List.of(), Set.of());

    /** Previous, current and next. */
    static final int MOST = 3;

    Wishes {
        seeds = seeds.stream().distinct().toList();
        if (seeds.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " seeds can be kept, not " + seeds.size());
        }
        served = Set.copyOf(served);
    }

    /** What is wished from now on. */
    Wishes followedBy(List<Seed> next) {
        Set<Seed> kept = new HashSet<>(served);
        next.stream().findFirst().ifPresent(kept::add);
        kept.retainAll(next);
        return new Wishes(next, kept);
    }

    boolean has(Seed seed) {
        return seeds.contains(seed);
    }

    Optional<Seed> current() {
        return seeds.stream().findFirst();
    }

    boolean isCurrent(Seed seed) {
        return current().filter(seed::equals).isPresent();
    }

    /**
     * The current seed, then those whose time is yet to come. One whose time is over keeps the dataset that it has, for
     * shares that are late; but they are too few for making one anew.
     */
    List<Seed> worthADataset() {
        return seeds.stream()
                .filter(seed -> isCurrent(seed) || !served.contains(seed))
                .toList();
    }

    /** 0 for the most important one, the more the less important; {@link #MOST} for one that nobody wants. */
    int rank(Seed seed) {
        return has(seed) ? seeds.indexOf(seed) : MOST;
    }
}
