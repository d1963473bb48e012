package org.motherlode.web.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.motherlode.model.ban.AddressRange;

/** Counts, in each ten minutes anew, how often each network asked and how often all did. Who was refused is not remembered. */
final class Allowance {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final AllowanceBounds bounds;
    private final InstantSource clock;
    private final Map<AddressRange, Integer> asked = new HashMap<>();
    private int all;
    private Instant begun;

    Allowance(AllowanceBounds bounds, InstantSource clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** False if this network, or all together, have asked too often. */
    synchronized boolean take(AddressRange network) {
        beginAnewIfOver();
        int its = asked.getOrDefault(network, 0);
        if (its >= bounds.ofOne() || all >= bounds.ofAll()) {
            return false;
        }
        all++;
        asked.put(network, its + 1);
        return true;
    }

    // Also where the clock was set back: nobody is to wait for an hour to come again.
    private void beginAnewIfOver() {
        Instant now = clock.instant();
        if (now.isBefore(begun) || !now.isBefore(begun.plus(WINDOW))) {
            begun = now;
            all = 0;
            asked.clear();
        }
    }
}
