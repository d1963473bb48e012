package org.motherlode.ra.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;

/** What one share has used up of the hashes that its origin may have; given back where it was not hashed. Used on its connection's loop. */
final class Toll {
    private final Visitor visitor;
    private final Set<Ask> paid = EnumSet.noneOf(Ask.class);

    Toll(Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * For a hash. Empty if it may have one; else the figure of the bound that leaves none, and what was paid by then is to be given
     * back. The wallet's comes last, so that nobody uses up another's with what its own address may not do.
     */
    Optional<Count> pay(Seat seat) {
        if (!payFirst(seat)) {
            return Optional.of(Count.SHARES_THROTTLED_FIRST);
        }
        if (!pay(Ask.SUBMIT)) {
            return Optional.of(Count.SHARES_THROTTLED_ADDRESS);
        }
        return pay(Ask.WALLET_SUBMIT) ? Optional.empty() : Optional.of(Count.SHARES_THROTTLED_WALLET);
    }

    /** Whether it may, by what others need for their first hash: who has had a good share takes nothing of that. */
    boolean payFirst(Seat seat) {
        return seat.isProven() || pay(Ask.FIRST_HASH);
    }

    private boolean pay(Ask what) {
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
