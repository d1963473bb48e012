package org.motherlode.ra.session;

import java.util.EnumSet;
import java.util.Set;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Visitor;

/** What one share has used up of the hashes that its origin may have; given back where it was not hashed. Used on its connection's loop. */
final class Toll {
    private final Visitor visitor;
    private final Set<Ask> paid = EnumSet.noneOf(Ask.class);

    Toll(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Whether it may. */
    boolean pay(Ask what) {
        boolean yes = visitor.may(what);
        if (yes) {
            paid.add(what);
        }
        return yes;
    }

    void giveBack() {
        paid.forEach(visitor::giveBack);
        paid.clear();
    }
}
