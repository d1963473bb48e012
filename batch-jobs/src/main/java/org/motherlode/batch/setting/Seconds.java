package org.motherlode.batch.setting;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A time that an operator sets. */
public final class Seconds {
    private static final long MOST = 86_400;

    private Seconds() {}

    /** A system property in seconds, 1 to 86400; a value that makes no sense stops the deployment and names the key. */
    public static Duration of(String property, long otherwise) {
        try {
            Settings settings = Settings.parse(property + " = " + System.getProperty(property, ""));
            return Duration.ofSeconds(settings.number(property, otherwise, 1, MOST));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
