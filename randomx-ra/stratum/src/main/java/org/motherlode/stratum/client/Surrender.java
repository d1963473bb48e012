package org.motherlode.stratum.client;

/**
 * Why the client gave up.
 *
 * @param refused whether the pool was there and did not want this worker, rather than could not be reached
 */
public record Surrender(boolean refused, String why) {}
