package org.motherlode.ra.session;

import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How closely the difficulty follows a miner's speed. Times are milliseconds.
 *
 * @param target between two shares of a miner
 * @param retarget the shortest time between two changes that are not urgent
 * @param smoothing work that lies further back hardly counts any more
 * @param idle without a share, after which the difficulty steps down
 * @param warmUpShares before the first change
 * @param reaction when a change is worth it, and how large it may be
 */
record Pace(long target, long retarget, long smoothing, long idle, int warmUpShares, Reaction reaction) {
    private static final long DAY = 86_400_000;
    private static final int SMOOTHED_TARGETS = 8;
    private static final int IDLE_TARGETS = 6;

    /**
     * @param urgentPercent the difficulty steps up at once where it is below this part of the wanted one
     * @param variancePercent what differs by less stays
     * @param mostChange the factor by which one step changes it at most, up and down
     */
    record Reaction(int urgentPercent, int variancePercent, int mostChange) {}

    static Pace of(Settings settings) throws SettingException {
        long target = settings.number("vardiff.target-millis", 30_000, 100, 3_600_000);
        return new Pace(
                target,
                settings.number("vardiff.retarget-millis", 60_000, 0, DAY),
                settings.number("vardiff.smoothing-millis", SMOOTHED_TARGETS * target, 100, DAY),
                settings.number("vardiff.idle-millis", IDLE_TARGETS * target, 100, DAY),
                (int) settings.number("vardiff.warm-up-shares", 4, 1, 1_000),
                new Reaction(
                        (int) settings.number("vardiff.retarget-ratio", 55, 1, 100),
                        (int) settings.number("vardiff.variance", 20, 0, 1_000),
                        (int) settings.number("vardiff.max-change", 8, 2, 1_000_000)));
    }

    /** The same for many machines behind one connection: what is silent for so long is none of them. */
    Pace ofProxy(Settings settings) throws SettingException {
        long often = settings.number("vardiff.proxy-target-millis", Math.min(target, 5_000), 100, 3_600_000);
        return new Pace(often, retarget, smoothing, idle, warmUpShares, reaction);
    }
}
