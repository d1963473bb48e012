/**
 * RandomX without a stall. Each seed is an {@link org.motherlode.pow.randomx.Epoch}: built in the background, published by one
 * volatile write, counted while somebody hashes with it, and its memory given another seed once nobody does.
 *
 * <p>In fast mode there are one or two datasets of 2080 MiB. With one it is made for the current seed after each change of
 * it, by all threads, and meanwhile light mode serves. With two that of the next seed is made as soon as the seed is known, by
 * few threads, so that the verifiers keep the processors; if the seed changes before it is ready, all threads go on with it.
 * The former seed keeps its dataset, for late shares, until the next seed needs it; from then on light mode serves those:
 * nobody sends shares of work that old. A second dataset is made only where there is room for it at that moment; where there
 * is none the first goes on as if it were to be the only one.
 */
package org.motherlode.pow.randomx;
