package org.motherlode.ejb.retention;

import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How long shares are kept at least; what money may still be divided by is kept longer.
 *
 * @param days 0 for ever; else at least 7
 * @param windows for blocks to come: how many windows of today's network difficulty stay
 */
record Retention(int days, int windows) {
    private static final int LEAST_DAYS = 7;

    Retention {
        if (days != 0 && days < LEAST_DAYS) {
            throw new IllegalArgumentException("shares are kept for ever (0) or for at least 7 days, not " + days);
        }
    }

    static Retention of(Settings settings) throws SettingException {
        long days = settings.number("motherlode.share.keep-days", 180, 0, 36_500);
        if (days != 0 && days < LEAST_DAYS) {
            throw new SettingException("motherlode.share.keep-days", "must be 0 (for ever) or at least " + LEAST_DAYS);
        }
        return new Retention((int) days, (int) settings.number("motherlode.share.keep-windows", 4, 1, 1_000));
    }

    boolean isForEver() {
        return days == 0;
    }
}
