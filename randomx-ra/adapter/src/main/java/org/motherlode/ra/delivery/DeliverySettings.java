package org.motherlode.ra.delivery;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Bounds of the delivery.
 *
 * @param shareLine how many accepted shares may be without being on disk; beyond, new ones are refused
 * @param batchShares the most shares of a batch
 * @param lifeSignMillis after this time without a batch an empty one is sent
 * @param answerMillis a miner waits this long for its share to be stored
 * @param firstRetryMillis the pause after a first failure; it doubles up to {@code lastRetryMillis}
 * @param callMillis after which a delivery that does not come back is broken off and repeated
 * @param timeAheadMillis how far acceptance times are reserved on disk; see {@link AcceptanceClock}
 * @param stopMillis how long a stop waits for what is in line
 * @param warmUpBatches empty batches that are delivered before the first miner is let in
 * @param refusedKinds how many kinds of refused shares are counted apart between two batches
 */
public record DeliverySettings(
        int shareLine,
        int batchShares,
        long lifeSignMillis,
        long answerMillis,
        long firstRetryMillis,
        long lastRetryMillis,
        long callMillis,
        long timeAheadMillis,
        long stopMillis,
        int warmUpBatches,
        int refusedKinds,
        int blockThreads,
        int blockQueue) {
    public static final Set<String> KEYS = Set.of(
            "share-line",
            "batch-shares",
            "life-sign-millis",
            "answer-millis",
            "first-retry-millis",
            "last-retry-millis",
            "call-millis",
            "time-ahead-millis",
            "stop-millis",
            "warm-up-batches",
            "refused-kinds",
            "block-threads",
            "block-queue");

    public static DeliverySettings of(Settings settings) throws SettingException {
        return new DeliverySettings(
                (int) settings.number("share-line", 100_000, 1, 10_000_000),
                (int) settings.number("batch-shares", 2_000, 1, 100_000),
                settings.number("life-sign-millis", 5_000, 10, 3_600_000),
                settings.number("answer-millis", 15_000, 10, 600_000),
                settings.number("first-retry-millis", 100, 1, 60_000),
                settings.number("last-retry-millis", 5_000, 1, 600_000),
                settings.number("call-millis", 30_000, 100, 600_000),
                settings.number("time-ahead-millis", 5_000, 100, 60_000),
                settings.number("stop-millis", 5_000, 0, 60_000),
                (int) settings.number("warm-up-batches", 100, 0, 10_000),
                (int) settings.number("refused-kinds", 10_000, 1, 1_000_000),
                (int) settings.number("block-threads", 4, 1, 64),
                (int) settings.number("block-queue", 1_000, 1, 1_000_000));
    }
}
