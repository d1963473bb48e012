package org.motherlode.ejb.ban;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** The table. Outside JTA. */
final class BanRows implements BanStore {
    private static final Logger LOG = Logger.getLogger(BanRows.class);
    private static final String STORE = "INSERT INTO ban (subject, since, until, times, reason, actor)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (subject) DO UPDATE SET since = excluded.since,"
            + " until = excluded.until, times = excluded.times, reason = excluded.reason, actor = excluded.actor,"
            + " lifted_at = NULL, lifted_by = NULL WHERE ban.since <= excluded.since";
    private static final String LIFT =
            "UPDATE ban SET lifted_at = ?, lifted_by = ?" + " WHERE subject = ? AND lifted_at IS NULL AND since <= ?";
    private static final String FORGET = "DELETE FROM ban WHERE coalesce(lifted_at, until) < ?";
    private static final String ALL =
            "SELECT subject, since, until, times, reason, actor, lifted_at IS NOT NULL AS lifted"
                    + " FROM ban ORDER BY until DESC LIMIT ?";

    private final Database database;
    private final BanTerms terms;
    private Set<String> unreadable = Set.of();

    BanRows(Database database, BanTerms terms) {
        this.database = database;
        this.terms = terms;
    }

    @Override
    public void store(Collection<Ban> bans) {
        database.changeAll(
                STORE,
                bans.stream()
                        .map(ban -> new Object[] {
                            ban.subject().text(), ban.since(), ban.until(), ban.times(), ban.reason(), ban.actor()
                        })
                        .toList());
    }

    @Override
    public void lift(BanSubject subject, Instant at, String actor) {
        database.change(LIFT, at, actor, subject.text(), at);
    }

    @Override
    public List<Stored> all(Instant now) {
        database.change(FORGET, now.minus(terms.keep()));
        Set<String> refused = new HashSet<>();
        List<Stored> all = database.list(ALL, row -> read(row, refused), terms.mirrored()).stream()
                .flatMap(Optional::stream)
                .toList();
        refused.stream()
                .filter(subject -> !unreadable.contains(subject))
                .forEach(subject -> LOG.warnf("table ban: '%s' is no address, network or wallet:…", subject));
        unreadable = refused;
        return all;
    }

    /** Anything may have been written by hand. */
    private static Optional<Stored> read(ResultSet row, Set<String> refused) throws SQLException {
        String text = row.getString("subject");
        Optional<BanSubject> subject = BanSubject.parse(text);
        if (subject.isEmpty()) {
            refused.add(text);
            return Optional.empty();
        }
        Ban ban = new Ban(
                subject.get(),
                Values.instant(row, "since"),
                Values.instant(row, "until"),
                row.getInt("times"),
                row.getString("reason"),
                row.getString("actor"));
        return Optional.of(new Stored(ban, row.getBoolean("lifted")));
    }
}
