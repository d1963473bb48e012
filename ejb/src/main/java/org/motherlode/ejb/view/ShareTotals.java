package org.motherlode.ejb.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** All accepted shares of a miner. */
record ShareTotals(long shares, Optional<LocalDate> firstDay, Optional<Instant> lastAt) {}
