package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

/**
 * A pool's wishes for the difficulty of its miners' jobs.
 *
 * @param targetMillis how often a miner should find a share
 * @param least absent for a hundredth of the port's start difficulty
 */
public record VardiffSettings(long targetMillis, Optional<Difficulty> least, Difficulty most) {
    private static final int PARTS_OF_START = 100;

    public static VardiffSettings of(Settings settings) throws SettingException {
        Optional<Difficulty> least = settings.text("vardiff.min").isPresent()
                ? Optional.of(Difficulty.of(settings.number("vardiff.min", 1, 1, Long.MAX_VALUE)))
                : Optional.empty();
        Difficulty most = Difficulty.of(settings.number("vardiff.max", Long.MAX_VALUE, 1, Long.MAX_VALUE));
        if (least.filter(difficulty -> difficulty.compareTo(most) > 0).isPresent()) {
            throw new SettingException("vardiff.min", "must not be above vardiff.max");
        }
        return new VardiffSettings(settings.number("vardiff.target-millis", 10_000, 100, 3_600_000), least, most);
    }

    Difficulty least(Difficulty start) {
        long part = start.value().longValue() / PARTS_OF_START;
        return least.orElseGet(() -> Difficulty.of(Math.max(1, part)));
    }
}
