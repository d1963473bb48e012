package org.motherlode.model.payout;

import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * A wallet that pays in two steps: prepare (sign, send nothing), store, send. It serves both families: wallets that
 * construct a transaction and relay it later (Monero, Bitcoin-like), and accounts with a nonce, where preparing takes the
 * next nonce and one order has one receiver. One caller at a time per wallet; calls may block for minutes.
 */
public interface Wallet {
    /** Reachable, synchronised with its node, the right address, how much it can spend. */
    WalletCondition condition();

    /** How many receivers a transaction can have. */
    int mostReceivers();

    /** Whether this address must have a transaction of its own. */
    boolean isPaidAlone(MinerAddress address);

    /**
     * Signs a transaction and sends nothing. Must not be called while another prepared payment may still be sent.
     *
     * @throws PaymentRefusedException if the wallet will not make it and provably did nothing
     */
    PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException;

    /** Hands it to the network. Whatever comes back, also an exception, decides nothing: ask {@link #fate}. */
    void send(PreparedPayment payment) throws NodeUnavailableException;

    PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException;

    /**
     * A transaction's id as this wallet shows it, from what a person typed. As it was typed where this chain's package knows no
     * rule.
     *
     * @throws IllegalArgumentException with a sentence for that person if no transaction of this chain has such an id
     */
    default String transactionId(String typed) {
        return typed;
    }

    /** What it holds and what it did, to be compared with the books; empty if this chain's package cannot tell. */
    default Optional<WalletRecords> records() {
        return Optional.empty();
    }
}
