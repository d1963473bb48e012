package org.motherlode.ejb.ban;

import java.util.List;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** What the nodes tell each other at once, while they are one cluster. */
interface SharedBans {
    /** Tells the others, unless they know it. */
    void tell(Ban ban);

    void untell(BanSubject subject);

    List<Ban> all();
}
