package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A worker's shares.
 *
 * @param allHashrate of all workers of the miner together, the ones that are not listed included
 * @param allShares likewise
 */
record WorkerWork(
        String name, BigInteger hashrate, long shares, Instant lastShareAt, BigInteger allHashrate, long allShares) {}
