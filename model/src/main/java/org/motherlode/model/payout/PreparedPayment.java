package org.motherlode.model.payout;

import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.money.Money;

/**
 * A transaction that is signed and not sent. Sending it once or ten times is the same.
 *
 * @param transactionId as the chain will show it
 * @param payload what {@link Wallet#send} needs, as the wallet wrote it
 * @param fee what the network will take beside the order's total
 * @param spends what it uses up and no other transaction can use with it: key images, outpoints, or account and nonce
 * @param proof with which the receiver can prove the payment (Monero's transaction key); empty where there is none
 */
public record PreparedPayment(String transactionId, Octets payload, Money fee, List<String> spends, String proof) {
    public PreparedPayment {
        spends = List.copyOf(spends);
    }
}
