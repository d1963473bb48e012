package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * A miner's shares of one day in UTC.
 *
 * @param work the sum of the accepted shares' difficulties; by the seconds of the day it is the mean hash rate
 */
public record DayView(LocalDate day, long sharesValid, long sharesInvalid, BigInteger work) {
    /** Both together; of the same day. */
    public DayView plus(DayView other) {
        return new DayView(
                day, sharesValid + other.sharesValid, sharesInvalid + other.sharesInvalid, work.add(other.work));
    }
}
