package org.motherlode.ejb.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.ViewUnavailableException;

/**
 * The effort of blocks. Summing a round reads its sums of ten minutes, and the shares at its two ends, so it is done once for
 * each block, for a few blocks at a time, and given up for a while where it takes too long.
 */
final class Efforts {
    private static final Duration UNTIL_NEXT_LOOK = Duration.ofSeconds(30);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(10);
    private static final int NEW_AT_A_TIME = 5;

    private final BlockRows blocks;
    private final InstantSource clock;
    private final Map<Long, Known> known;

    Efforts(BlockRows blocks, ViewBounds bounds, InstantSource clock) {
        this.blocks = blocks;
        this.clock = clock;
        this.known = Collections.synchronizedMap(new Eldest<>(bounds.kept()));
    }

    /** The same blocks with their effort, as far as it is known. */
    List<BlockView> added(List<BlockView> without) {
        int left = NEW_AT_A_TIME;
        List<BlockView> with = new ArrayList<>();
        for (BlockView block : without) {
            if (left > 0 && isDue(block.number())) {
                known.put(block.number(), look(block.number()));
                left--;
            }
            with.add(block.withEffort(
                    Optional.ofNullable(known.get(block.number())).flatMap(Known::percent)));
        }
        return with;
    }

    private boolean isDue(long block) {
        return Optional.ofNullable(known.get(block))
                .map(effort -> !clock.instant().isBefore(effort.until()))
                .orElse(true);
    }

    private Known look(long block) {
        try {
            RoundWork round = blocks.round(block);
            Instant until = round.complete() ? Instant.MAX : clock.instant().plus(UNTIL_NEXT_LOOK);
            return new Known(Optional.of(round.effortPercent()), until);
        } catch (ViewUnavailableException e) {
            return new Known(Optional.empty(), clock.instant().plus(UNTIL_NEXT_TRY));
        }
    }

    private record Known(Optional<Long> percent, Instant until) {}

    /** Forgets its oldest entry when it is full. */
    private static final class Eldest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        private final int most;

        private Eldest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
