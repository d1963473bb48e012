package org.motherlode.ra.session;

import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Count;

/** Why a share is refused, and the figure that tells it: of a share that went over a bound, the one of that bound. */
record Refusal(ShareRefusal why, Count figure) {
    Refusal {
        Count all = Count.of(why);
        boolean fits = figure == all
                ? !all.isSum()
                : figure.whole().filter(all::equals).isPresent();
        if (!fits) {
            throw new IllegalArgumentException(why + " is not counted by " + figure);
        }
    }

    /** For a reason that has one figure only. */
    static Refusal of(ShareRefusal why) {
        return new Refusal(why, Count.of(why));
    }

    /** It is {@link ShareRefusal#THROTTLED}, by the bound of this figure. */
    static Refusal over(Count bound) {
        return new Refusal(ShareRefusal.THROTTLED, bound);
    }
}
