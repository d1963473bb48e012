package org.motherlode.ra.guard;

import java.time.Duration;
import java.time.Instant;
import org.motherlode.model.ban.Ban;

/** What the banned hear. XMRig leaves and comes back later where a message begins with the first four words. */
final class Farewell {
    private static final long SECONDS = 60;
    private static final long MINUTES = 60;
    private static final long HOURS = 24;

    private Farewell() {}

    static String to(Ban ban, Instant now) {
        String who = ban.subject().fold(range -> "IP Address", wallet -> "Wallet");
        return who + " currently banned for " + words(ban.left(now)) + ": " + ban.reason();
    }

    /** The two largest units, rounded up, so that nobody comes too early: {@code 3 minutes 20 seconds}. */
    static String words(Duration left) {
        long seconds = Math.max(1, left.plusNanos(999_999_999).toSeconds());
        if (seconds < SECONDS) {
            return of(seconds, "second");
        }
        if (seconds < SECONDS * MINUTES) {
            return of(seconds / SECONDS, "minute") + rest(seconds % SECONDS, "second");
        }
        long minutes = (seconds + SECONDS - 1) / SECONDS;
        if (minutes < MINUTES * HOURS) {
            return of(minutes / MINUTES, "hour") + rest(minutes % MINUTES, "minute");
        }
        long hours = (minutes + MINUTES - 1) / MINUTES;
        return of(hours / HOURS, "day") + rest(hours % HOURS, "hour");
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + of(number, unit);
    }

    private static String of(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
