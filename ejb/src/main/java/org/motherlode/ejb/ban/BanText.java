package org.motherlode.ejb.ban;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** A ban as text, for the cache: {@code subject since until times actor reason}, separated by tabs, which none contains. */
final class BanText {
    private static final Pattern TAB = Pattern.compile("\t");
    private static final int PARTS = 6;

    private BanText() {}

    static String of(Ban ban) {
        return String.join(
                "\t",
                List.of(
                        ban.subject().text(),
                        ban.since().toString(),
                        ban.until().toString(),
                        Integer.toString(ban.times()),
                        ban.actor(),
                        ban.reason()));
    }

    /** Empty for what another version may have written. */
    static Optional<Ban> read(String text) {
        String[] parts = TAB.split(text, -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            Instant since = Instant.parse(parts[1]);
            Instant until = Instant.parse(parts[2]);
            int times = Integer.parseInt(parts[3]);
            return BanSubject.parse(parts[0]).map(subject -> new Ban(subject, since, until, times, parts[5], parts[4]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
