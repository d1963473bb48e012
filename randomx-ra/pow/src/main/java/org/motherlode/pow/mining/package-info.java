/** Searching for nonces: what a miner does with the same hashers that verify shares. */
package org.motherlode.pow.mining;
