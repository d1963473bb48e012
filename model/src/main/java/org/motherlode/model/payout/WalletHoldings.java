package org.motherlode.model.payout;

import java.util.List;
import org.motherlode.model.money.Money;

/**
 * A look at a wallet.
 *
 * @param height of the newest block that it has seen
 * @param all that it holds, whether it can be spent yet or not; without what it has sent, whether a block has that or not
 */
public record WalletHoldings(long height, Money all, List<WalletMovement> movements) {
    public WalletHoldings {
        movements = List.copyOf(movements);
    }
}
