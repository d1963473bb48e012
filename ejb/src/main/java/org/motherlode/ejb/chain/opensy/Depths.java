package org.motherlode.ejb.chain.opensy;

/**
 * How many blocks, itself included, must stand on something before it is believed.
 *
 * @param maturity for our block to be spendable: the node's wallet spends it from the 101st on
 * @param orphan for another block at our block's height to have won for good
 * @param payout for a payment to be final, and for a conflicting one to have won for good
 */
record Depths(long maturity, long orphan, long payout) {}
