package org.motherlode.batch.pay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.motherlode.batch.setting.Seconds;
import org.motherlode.model.payout.PayoutMeans;
import org.motherlode.model.payout.Refusals;
import org.motherlode.model.payout.Wallet;

/**
 * How long a wallet that refused is left alone: after each further refusal twice as long, up to a bound. What it counts
 * stands in the rows, so a restart forgets nothing.
 *
 * @param first after the first refusal; zero has no patience at all
 * @param longest the bound
 */
public record Patience(Duration first, Duration longest, InstantSource clock) {
    /**
     * By the system properties {@code motherlode.pay.refused-first-seconds} and {@code
     * motherlode.pay.refused-longest-seconds}.
     */
    public static Patience asSet(InstantSource clock) {
        return new Patience(
                Seconds.of("motherlode.pay.refused-first-seconds", 60),
                Seconds.of("motherlode.pay.refused-longest-seconds", 3_600),
                clock);
    }

    /** Asks at once, as a person wants who has mended something. */
    public static Patience none(InstantSource clock) {
        return new Patience(Duration.ZERO, Duration.ZERO, clock);
    }

    public boolean isOver(Refusals.Refused refused) {
        return !clock.instant().isBefore(again(refused));
    }

    /** What payments by this wallet depend on at this moment. */
    public PayoutMeans means(Wallet wallet) {
        return new PayoutMeans(wallet.mostReceivers(), wallet::isPaidAlone, this::again, clock.instant());
    }

    /** When to ask again; the epoch if nothing was refused. */
    Instant again(Refusals.Refused refused) {
        return refused.again(first, longest);
    }
}
