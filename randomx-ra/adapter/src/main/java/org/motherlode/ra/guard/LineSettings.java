package org.motherlode.ra.guard;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How many lines may come. A long line counts for several, and the bounds of a connection itself are elsewhere.
 *
 * @param free of each connection: what a miner that obeys the protocol sends, whatever its neighbours do
 * @param perShare lines more that a good share earns its connection
 * @param earned so many of them can be saved
 * @param address of one address: what its connections send beyond what is free and earned
 */
record LineSettings(Rate free, int perShare, int earned, Rate address) {
    static final Set<String> KEYS = Set.of(
            "free-lines-per-second",
            "free-lines-at-once",
            "lines-per-share",
            "earned-lines",
            "address-lines-per-second",
            "address-lines-at-once");

    static LineSettings of(Settings settings) throws SettingException {
        return new LineSettings(
                Rate.of(settings, "free-lines", new Rate(2, 60)),
                (int) settings.number("lines-per-share", 10, 0, 1_000_000),
                (int) settings.number("earned-lines", 1_000, 0, 1_000_000),
                Rate.of(settings, "address-lines", new Rate(500, 10_000)));
    }
}
