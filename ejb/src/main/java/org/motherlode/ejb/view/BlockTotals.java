package org.motherlode.ejb.view;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many blocks a pool found, without orphans; the last one's time counts them all. */
record BlockTotals(long found, long today, Optional<Instant> last) {
    /** As a query has it. */
    BlockTotals(long found, long today, @Nullable Instant last) {
        this(found, today, Optional.ofNullable(last));
    }
}
