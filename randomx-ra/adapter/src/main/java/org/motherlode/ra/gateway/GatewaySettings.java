package org.motherlode.ra.gateway;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Bounds of the pools.
 *
 * @param suspendGraceMillis how long miners of a suspended pool stay connected in case work comes back
 * @param warmUpMillis how long the first miners may have to wait for the way to the disk to be warm
 * @param duplicatesPerTemplate how many shares of one template are remembered; beyond, more are refused
 */
public record GatewaySettings(long suspendGraceMillis, long warmUpMillis, int duplicatesPerTemplate) {
    public static final Set<String> KEYS = Set.of("suspend-grace-millis", "warm-up-millis", "duplicates-per-template");

    public static GatewaySettings of(Settings settings) throws SettingException {
        return new GatewaySettings(
                settings.number("suspend-grace-millis", 10_000, 0, 3_600_000),
                settings.number("warm-up-millis", 30_000, 0, 3_600_000),
                (int) settings.number("duplicates-per-template", 500_000, 100, 100_000_000));
    }
}
