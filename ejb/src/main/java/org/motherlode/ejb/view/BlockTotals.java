package org.motherlode.ejb.view;

import java.time.Instant;
import java.util.Optional;

/** How many blocks a pool found, without orphans; the last one's time counts them all. */
record BlockTotals(long found, long today, Optional<Instant> last) {}
