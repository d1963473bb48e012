/**
 * RandomX without a stall. Each seed is an {@link org.motherlode.pow.randomx.Epoch}: built in the background, published by one
 * volatile write, counted while somebody hashes with it, and its memory given another seed once nobody does.
 */
package org.motherlode.pow.randomx;
