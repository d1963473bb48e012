package org.motherlode.model.ban;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody is kept out from one moment to another. Who was banned is remembered for a while, so that the next ban is longer.
 *
 * @param until not included
 * @param times the how-manieth in a row this one is, from 1 on
 * @param reason a few words that the banned hear too
 * @param actor a person, or {@code node N}
 */
public record Ban(BanSubject subject, Instant since, Instant until, int times, String reason, String actor) {
    private static final Pattern WORDS = Pattern.compile("[ -~]{1,200}");

    public Ban {
        if (!until.isAfter(since) || times < 1) {
            throw new IllegalArgumentException("a ban ends after it begins and is at least the first");
        }
        if (!WORDS.matcher(reason).matches() || !WORDS.matcher(actor).matches()) {
            throw new IllegalArgumentException("reason and actor have 1 to 200 printable ASCII characters each");
        }
    }

    public boolean holds(Instant now) {
        return now.isBefore(until);
    }

    /** What is left of it; zero when it is over. */
    public Duration left(Instant now) {
        return holds(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
