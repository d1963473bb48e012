package org.motherlode.model.payout;

import org.motherlode.model.money.Money;

/**
 * The operator's rules of paying.
 *
 * @param threshold the least amount that is paid out
 * @param mostReceivers a cap on receivers per transaction below the chain's own
 */
public record PayoutTerms(Money threshold, int mostReceivers, boolean paused) {}
