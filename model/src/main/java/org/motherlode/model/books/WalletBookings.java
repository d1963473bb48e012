package org.motherlode.model.books;

import org.motherlode.model.lock.Fence;

/** Books what a person did with a pool's wallet. */
public interface WalletBookings {
    /**
     * Posts it and keeps it, in one transaction; gives a sentence about what was posted. Demands the fence of {@code
     * pay/<pool>}.
     *
     * @throws IllegalStateException if the transaction is booked, or a payout's, or a withdrawal takes what is owed to miners; of a
     *     reversal if it is not booked
     */
    String book(Fence fence, WalletBooking booking);
}
