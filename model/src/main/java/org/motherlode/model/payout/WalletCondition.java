package org.motherlode.model.payout;

import java.util.Optional;
import org.motherlode.model.money.Money;

/**
 * What a look at the wallet found before paying.
 *
 * @param ready whether it may pay now
 * @param words one sentence for the operator, also if all is well
 * @param spendable unlocked funds; zero if unknown
 * @param total with what is still locked; empty if unknown
 */
public record WalletCondition(boolean ready, String words, Money spendable, Optional<Money> total) {
    /** Of a wallet that locks nothing, or was not asked. */
    public WalletCondition(boolean ready, String words, Money spendable) {
        this(ready, words, spendable, ready ? Optional.of(spendable) : Optional.empty());
    }
}
