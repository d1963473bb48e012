package org.motherlode.ejb.queue;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * The bounds of a queue's two ends, from the server's system properties.
 *
 * @param senders how many messages may be on their way to disk at once
 * @param sendTimeout after which a send is given up and said to have failed
 * @param mostMessages how many messages one database transaction takes
 * @param gather how long after the first message of a transaction the consumer waits for more: a transaction costs the
 *     database more than what is in it, and nobody waits for its end
 * @param pause how long the consumer waits for a message before it looks whether it must stop
 * @param firstRetry the wait after the first failure; it doubles
 * @param lastRetry the longest wait
 * @param slow how long the database may be silent before it is said to hang
 */
public record QueueSettings(
        int senders,
        Duration sendTimeout,
        int mostMessages,
        Duration gather,
        Duration pause,
        Duration firstRetry,
        Duration lastRetry,
        Duration slow) {

    public static QueueSettings of(Settings settings) throws SettingException {
        return new QueueSettings(
                (int) settings.number("motherlode.queue.senders", 8, 1, 64),
                Duration.ofMillis(settings.number("motherlode.queue.send-millis", 10_000, 100, 120_000)),
                (int) settings.number("motherlode.queue.messages-per-commit", 64, 1, 10_000),
                Duration.ofMillis(settings.number("motherlode.queue.gather-millis", 50, 0, 5_000)),
                Duration.ofMillis(settings.number("motherlode.queue.pause-millis", 500, 10, 10_000)),
                Duration.ofMillis(settings.number("motherlode.queue.first-retry-millis", 50, 1, 10_000)),
                Duration.ofMillis(settings.number("motherlode.queue.last-retry-millis", 2_000, 1, 60_000)),
                Duration.ofMillis(settings.number("motherlode.queue.slow-millis", 5_000, 100, 600_000)));
    }

    Backoff backoff() {
        return new Backoff(firstRetry, lastRetry);
    }
}
