package org.motherlode.model.ban;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The adapter's bans on this node, as the beans see them. What comes in holds at once; bans that the adapter made itself wait
 * here until somebody has stored them, so many and no more.
 */
public interface BanDesk {
    /** Those that hold now, the one that ends first at the front. */
    List<Ban> current();

    /** The ban of exactly this subject, if it holds now. */
    Optional<Ban> find(BanSubject subject);

    /** Holds from now on; takes the place of an earlier one of the same subject. */
    void impose(Ban ban);

    /** Ends and forgets it. */
    void lift(BanSubject subject);

    /** Bans of the adapter's own that are not stored, oldest first, so many at most. They stay until {@link #stored}. */
    List<Ban> unstored(int most);

    void stored(Collection<Ban> bans);

    /**
     * All that is known elsewhere as of this moment: what is missing there is forgotten here, unless it came later or is not
     * stored yet.
     */
    void mirror(Collection<Ban> all, Instant asOf);
}
