package org.motherlode.bench.crowd;

/** How a bot behaves. */
enum Role {
    /** Sends good shares of its newest job. */
    HONEST,
    /** Sends good shares of the job that it began with, whatever came since. */
    LATE,
    /** Sends good shares, and leaves and comes back all the time. */
    RESTLESS,
    /** Sends lines that are no requests. */
    GARBAGE,
    /** Asks and asks, and reads nothing. */
    DEAF;

    boolean mines() {
        return this == HONEST || this == LATE;
    }
}
