package org.motherlode.ejb.block;

import java.time.Duration;
import java.time.Instant;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How often the chain is asked about a block. A block that the chain never knew is asked about for ever, only less and
 * less often.
 *
 * @param often the pause between questions about a young block
 * @param seldom the longest pause
 * @param alarm after which a block that the chain does not know is reported
 * @param orphanWatch how long after it was found an orphan may still come back
 * @param matureWatch how long after it was found a matured block may still be lost
 * @param mostBlocks of each pool asked about in one round
 * @param longestRound of one pool, after which the next round begins: with blocks that were found meanwhile
 */
record ConfirmingTerms(
        Duration often,
        Duration seldom,
        Duration alarm,
        Duration orphanWatch,
        Duration matureWatch,
        int mostBlocks,
        Duration longestRound) {
    private static final int AGE_SHARE = 50;

    static ConfirmingTerms of(Settings settings) throws SettingException {
        return new ConfirmingTerms(
                Duration.ofMillis(settings.number("motherlode.block.ask-millis", 2_000, 100, 600_000)),
                Duration.ofSeconds(settings.number("motherlode.block.ask-seldom-seconds", 120, 1, 86_400)),
                Duration.ofMinutes(settings.number("motherlode.block.alarm-minutes", 30, 1, 10_080)),
                Duration.ofHours(settings.number("motherlode.block.orphan-watch-hours", 24, 0, 720)),
                Duration.ofHours(settings.number("motherlode.block.mature-watch-hours", 24, 0, 720)),
                (int) settings.number("motherlode.block.asked-per-round", 500, 1, 100_000),
                Duration.ofSeconds(settings.number("motherlode.block.longest-round-seconds", 5, 1, 600)));
    }

    boolean isDue(OpenBlock block, Instant now) {
        if (block.state() == BlockState.ORPHANED
                && block.foundAt().plus(orphanWatch).isBefore(now)) {
            return false;
        }
        if (block.state() == BlockState.MATURE
                && block.foundAt().plus(matureWatch).isBefore(now)) {
            return false;
        }
        return block.askedAt()
                .map(asked -> !asked.plus(pause(block, now)).isAfter(now))
                .orElse(true);
    }

    /** A fiftieth of the block's age, within the bounds: a block of an hour is asked about every 72 seconds. */
    private Duration pause(OpenBlock block, Instant now) {
        Duration grown = Duration.between(block.foundAt(), now).dividedBy(AGE_SHARE);
        Duration bounded = grown.compareTo(seldom) > 0 ? seldom : grown;
        return bounded.compareTo(often) < 0 ? often : bounded;
    }

    boolean isAlarming(OpenBlock block, Instant now) {
        return block.state() != BlockState.ORPHANED
                && block.unknownSince().plus(alarm).isBefore(now);
    }
}
