package org.motherlode.ejb.chain.monero;

/**
 * On what terms miners may choose their transactions.
 *
 * @param leastPercent of the reward of our own template that theirs must have: fees may be fewer, the rest is the same
 */
record ChoosingTerms(String payTo, ViewKey key, int leastPercent) {}
