package org.motherlode.ejb.view;

import java.time.Instant;

/** All accepted shares of a worker. */
record WorkerShares(String name, long shares, Instant lastAt) {}
