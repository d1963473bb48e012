package org.motherlode.model.view;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;

/**
 * A payment to one miner, one line of a payout batch. Its proof is not shown: on Monero the transaction's key, which opens the
 * payments to all receivers of the batch.
 *
 * @param transactionId present once the chain has shown it
 */
public record PaymentView(
        long batch,
        String address,
        Money amount,
        PayoutState state,
        Optional<String> transactionId,
        Instant createdAt,
        Instant changedAt) {}
