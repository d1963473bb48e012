package org.motherlode.model.view;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;

/**
 * A payment to one miner, one line of a payout batch.
 *
 * @param proof with which the receiver can prove the payment; present once the chain has shown it
 */
public record PaymentView(
        long batch,
        String address,
        Money amount,
        PayoutState state,
        Optional<String> transactionId,
        Optional<String> proof,
        Instant createdAt,
        Instant changedAt) {}
