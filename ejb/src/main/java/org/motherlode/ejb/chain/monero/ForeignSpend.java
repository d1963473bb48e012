package org.motherlode.ejb.chain.monero;

/**
 * That another transaction had spent a payment's outputs in the chain that ends with this tip.
 *
 * @param blocks of that chain
 * @param tipId its last block
 */
record ForeignSpend(long blocks, String tipId) {}
