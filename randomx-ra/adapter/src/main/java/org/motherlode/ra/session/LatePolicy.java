package org.motherlode.ra.session;

import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * For how long a share still counts whose job cannot become the next block any more. A miner needs a moment to take up new
 * work, and the way to it and back takes another; what it finds meanwhile was honest work.
 *
 * @param millis after the miner was sent work for another block; 0 for never
 * @param heights how many such blocks back
 */
public record LatePolicy(long millis, int heights) {
    public static LatePolicy of(Settings settings) throws SettingException {
        return new LatePolicy(
                settings.number("late.millis", 5_000, 0, 600_000), (int) settings.number("late.heights", 2, 1, 100));
    }
}
