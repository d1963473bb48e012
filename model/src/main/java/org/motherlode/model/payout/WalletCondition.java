package org.motherlode.model.payout;

import org.motherlode.model.money.Money;

/**
 * What a look at the wallet found before paying.
 *
 * @param ready whether it may pay now
 * @param words one sentence for the operator, also if all is well
 * @param spendable unlocked funds; zero if unknown
 */
public record WalletCondition(boolean ready, String words, Money spendable) {}
