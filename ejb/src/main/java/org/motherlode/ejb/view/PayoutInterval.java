package org.motherlode.ejb.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How often the payout timer looks for miners to pay, in seconds; the property is the timer's own. */
record PayoutInterval(long seconds) {
    static PayoutInterval read(Function<String, @Nullable String> properties) {
        return new PayoutInterval(ViewBounds.number(properties, "motherlode.pay.interval-seconds", 60));
    }
}
