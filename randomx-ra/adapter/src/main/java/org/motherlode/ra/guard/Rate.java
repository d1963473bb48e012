package org.motherlode.ra.guard;

import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** So many a second in the long run, and so many at once. */
record Rate(long perSecond, long atOnce) {
    private static final long MOST = 1_000_000;

    Rate {
        if (perSecond < 1 || atOnce < 1) {
            throw new IllegalArgumentException("a rate needs at least 1 a second and 1 at once");
        }
    }

    /** Reads {@code <what>-per-second} and {@code <what>-at-once}. */
    static Rate of(Settings settings, String what, Rate otherwise) throws SettingException {
        return new Rate(
                settings.number(what + "-per-second", otherwise.perSecond, 1, MOST),
                settings.number(what + "-at-once", otherwise.atOnce, 1, MOST));
    }

    /** The same for so many at the same time. */
    Rate times(long factor) {
        return new Rate(perSecond * factor, atOnce * factor);
    }
}
