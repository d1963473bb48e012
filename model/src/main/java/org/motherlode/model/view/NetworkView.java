package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** What the pool's node says of the network; empty where it was not asked yet. */
public record NetworkView(
        long height,
        BigInteger difficulty,
        BigInteger hashrate,
        String pow,
        Optional<String> seed,
        Optional<Instant> asOf) {}
