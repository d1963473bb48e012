package org.motherlode.ra.pool;

/**
 * How a pool is now.
 *
 * @param words {@code open}, or a sentence that says why not
 * @param miners connections that are logged in
 */
public record PoolState(String words, long miners) {}
