package org.motherlode.ejb.queue;

import java.time.Duration;

/** Bounds that let a test go on soon. */
public final class Bounds {
    public static final QueueSettings SHORT = new QueueSettings(
            4,
            Duration.ofSeconds(10),
            16,
            Duration.ZERO,
            Duration.ofMillis(20),
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMinutes(1));

    private Bounds() {}

    /** The same with a consumer that waits so long for more before it stores. */
    static QueueSettings gathering(Duration gather) {
        return new QueueSettings(
                SHORT.senders(),
                SHORT.sendTimeout(),
                SHORT.mostMessages(),
                gather,
                SHORT.pause(),
                SHORT.firstRetry(),
                SHORT.lastRetry(),
                SHORT.slow());
    }
}
