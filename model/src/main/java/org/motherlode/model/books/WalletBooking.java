package org.motherlode.model.books;

import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/**
 * What moved in a pool's wallet beside blocks and payouts, by a person's word.
 *
 * @param transactionId as the wallet shows it; see {@link org.motherlode.model.payout.Wallet#transactionId}
 * @param fee that the network took beside the amount
 * @param actor who, in at most 200 characters
 * @param reason why, in at most 2000
 */
public record WalletBooking(
        PoolName pool, Kind kind, String transactionId, Money amount, Money fee, String actor, String reason) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    /** Which way the coins went. */
    public enum Kind {
        /** The operator took coins that are not owed to miners. */
        WITHDRAWAL,
        /** The operator brought coins of his own. */
        DEPOSIT,
        /** The books have it in another way already; nothing is posted. */
        KNOWN,
        /** The booking of this transaction was a mistake, and is taken back; then it can be booked anew. */
        REVERSAL;

        /** Whether somebody says with it how many coins moved. */
        public boolean hasAmount() {
            return this == WITHDRAWAL || this == DEPOSIT;
        }
    }

    public WalletBooking {
        if (!transactionId.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException(
                    "transaction must be the transaction's id as the wallet shows it, 1 to 200 characters without blanks");
        }
        if (kind.hasAmount() && amount.isZero()) {
            throw new IllegalArgumentException("amount must be above zero");
        }
        if ((!kind.hasAmount() && !amount.isZero()) || (kind != Kind.WITHDRAWAL && !fee.isZero())) {
            throw new IllegalArgumentException(
                    "only a withdrawal has a network fee, and what is known or reversed has no amount");
        }
        if (actor.isBlank() || actor.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "actor must say who books it, in at most " + LONGEST_NAME + " characters");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must say why, in at most " + LONGEST_REASON + " characters");
        }
    }

    /** What left the wallet, or came. */
    public Money total() {
        return amount.plus(fee);
    }
}
