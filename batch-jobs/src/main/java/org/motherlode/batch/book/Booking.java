package org.motherlode.batch.book;

import java.util.function.UnaryOperator;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBookings;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;

/** Books what a person asks for, under the pool's payout lock. What cannot be done throws with a sentence for the person. */
final class Booking {
    private final OpenPools pools;
    private final Locks locks;
    private final WalletBookings bookings;

    Booking(OpenPools pools, Locks locks, WalletBookings bookings) {
        this.pools = pools;
        this.locks = locks;
        this.bookings = bookings;
    }

    /** Gives one sentence about what was done. */
    String book(WalletBooking.Kind kind, UnaryOperator<String> parameter) {
        WalletBooking booking = wish(kind, parameter);
        Locks.Held lock = locks.tryLock("pay/" + booking.pool())
                .orElseThrow(() -> new IllegalStateException(
                        "pool " + booking.pool() + " is being paid at this moment: try again when that run is over"));
        try (lock) {
            return bookings.book(lock.fence(), booking);
        }
    }

    private WalletBooking wish(WalletBooking.Kind kind, UnaryOperator<String> parameter) {
        String name = parameter.apply("pool");
        OpenPool pool = pools.all().stream()
                .filter(open -> open.name().text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "pool must be the name of an open pool, not '" + name + "'; open are " + pools.names()));
        Asset asset = pool.chain().asset();
        return new WalletBooking(
                pool.name(),
                kind,
                pool.chain().wallet().transactionId(parameter.apply("transaction")),
                kind.hasAmount() ? coins("amount", parameter, asset) : none("amount", parameter, asset),
                kind == WalletBooking.Kind.WITHDRAWAL ? coins("fee", parameter, asset) : none("fee", parameter, asset),
                parameter.apply("actor"),
                parameter.apply("reason"));
    }

    private static Money coins(String name, UnaryOperator<String> parameter, Asset asset) {
        String coins = parameter.apply(name);
        return Money.ofCoins(coins, asset)
                .orElseThrow(() -> new IllegalArgumentException(name + " must be coins in " + asset.code()
                        + " with at most " + asset.decimals() + " decimals, for example 12.5, not '" + coins + "'"));
    }

    private static Money none(String name, UnaryOperator<String> parameter, Asset asset) {
        if (!parameter.apply(name).isEmpty()) {
            throw new IllegalArgumentException(name + " is not for this job");
        }
        return Money.zero(asset);
    }
}
