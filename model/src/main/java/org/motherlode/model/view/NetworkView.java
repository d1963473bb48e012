package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pool's node said of the network, and when.
 *
 * @param height of the node's best block
 * @param difficulty of the block after it
 * @param hashrate whole hashes per second, difficulty over {@code blockInterval}; empty where the chain has no interval
 * @param blockInterval how far apart blocks should be
 */
public record NetworkView(
        long height,
        BigInteger difficulty,
        Optional<BigInteger> hashrate,
        String pow,
        Optional<Duration> blockInterval,
        Instant asOf) {}
