package org.motherlode.ra.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.motherlode.model.ban.Ban;

/** Bans as the console shows them: so many, the one that ends first at the front, and how many more there are. */
public final class ListedBans {
    private static final int MOST = 200;

    private ListedBans() {}

    public static String text(List<Ban> bans) {
        String listed = bans.stream().limit(MOST).map(ListedBans::line).collect(Collectors.joining("; "));
        return bans.size() <= MOST ? listed : listed + "; and " + (bans.size() - MOST) + " more";
    }

    private static String line(Ban ban) {
        return ban.subject().text() + " until " + ban.until() + " (" + ban.reason() + ", by " + ban.actor()
                + ", number " + ban.times() + ")";
    }
}
