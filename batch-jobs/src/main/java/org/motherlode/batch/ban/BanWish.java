package org.motherlode.batch.ban;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.ban.Bans;

/**
 * What an operator asks for.
 *
 * @param actor who asks
 */
record BanWish(BanSubject subject, String actor) {
    private static final long MOST_MINUTES = 525_600;
    private static final String WORDS = "[ -~]{1,200}";

    /** Reads the parameters {@code subject} and {@code actor}; one that makes no sense is named. */
    static BanWish of(UnaryOperator<String> parameter) {
        BanSubject subject = BanSubject.parse(parameter.apply("subject"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "subject must be an address, a network like 192.0.2.0/24, or wallet:<address>"));
        return new BanWish(subject, words("actor", parameter));
    }

    /** Reads {@code minutes} and {@code reason} too. */
    String impose(UnaryOperator<String> parameter, Bans bans) {
        String minutes = parameter.apply("minutes");
        if (!minutes.matches("[1-9][0-9]{0,5}") || Long.parseLong(minutes) > MOST_MINUTES) {
            throw new IllegalArgumentException("minutes must be a whole number from 1 to " + MOST_MINUTES);
        }
        String reason = words("reason", parameter);
        Ban ban = bans.impose(subject, Duration.ofMinutes(Long.parseLong(minutes)), reason, actor);
        Instant until = ban.until();
        return "banned " + subject.text() + " until " + until;
    }

    String lift(Bans bans) {
        boolean held = bans.lift(subject, actor);
        return (held ? "lifted the ban of " : "forgot whatever there was of ") + subject.text();
    }

    private static String words(String name, UnaryOperator<String> parameter) {
        String words = parameter.apply(name);
        if (!words.matches(WORDS)) {
            throw new IllegalArgumentException(name + " must be 1 to 200 printable ASCII characters");
        }
        return words;
    }
}
