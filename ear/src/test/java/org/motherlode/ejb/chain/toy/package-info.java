/**
 * The toy chain: as unlike Monero as can be, to prove that a chain is one package with one {@code @Produces}. Accounts
 * with nonces, hashes compared big-endian, no seed, a reward that is known only when the block matures.
 */
package org.motherlode.ejb.chain.toy;
