package org.motherlode.ejb.ban;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** Where bans outlive all servers. Each call may fail with a {@link org.motherlode.ejb.database.DatabaseException}. */
interface BanStore {
    /** One of the stored. */
    record Stored(Ban ban, boolean lifted) {}

    /** Of two bans of one subject the later one stays. */
    void store(Collection<Ban> bans);

    /** Ends it, unless that is a ban which began after this moment. */
    void lift(BanSubject subject, Instant at, String actor);

    /** Those that hold and those that are remembered; forgets what is older. */
    List<Stored> all(Instant now);
}
