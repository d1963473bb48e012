package org.motherlode.model.payout;

import java.util.OptionalLong;
import org.motherlode.model.money.Money;

/**
 * Something that went into a wallet or out of it.
 *
 * @param transactionId of a {@link Kind#MINED} one that of the block's own transaction
 * @param height of its block; empty while no block has it
 * @param amount that came, or that others received
 * @param fee that the network took beside the amount; zero of what came
 * @param settled whether it is a block's reward that can be spent; false of everything else
 */
public record WalletMovement(
        Kind kind, String transactionId, OptionalLong height, Money amount, Money fee, boolean settled) {
    /** Where it came from or went. */
    public enum Kind {
        /** A block that pays this wallet. */
        MINED,
        /** From somebody. */
        RECEIVED,
        /** To somebody. */
        SPENT
    }
}
