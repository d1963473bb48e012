package org.motherlode.ejb.queue;

import java.time.Duration;

/** Bounds that let a test go on soon. */
public final class Bounds {
    public static final QueueSettings SHORT = new QueueSettings(
            4,
            Duration.ofSeconds(10),
            16,
            Duration.ofMillis(20),
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMinutes(1));

    private Bounds() {}
}
