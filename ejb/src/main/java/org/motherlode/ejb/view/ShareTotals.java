package org.motherlode.ejb.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accepted shares of a miner. */
record ShareTotals(long shares, Optional<LocalDate> firstDay, Optional<Instant> lastAt) {
    /** As a query has it. */
    ShareTotals(long shares, @Nullable LocalDate firstDay, @Nullable Instant lastAt) {
        this(shares, Optional.ofNullable(firstDay), Optional.ofNullable(lastAt));
    }
}
