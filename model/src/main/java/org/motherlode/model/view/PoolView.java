package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;

/** A pool at a glance. Hash rates are whole hashes per second over the last ten minutes. */
public record PoolView(
        String name,
        String chain,
        String pow,
        BigInteger hashrate,
        long miners,
        long workers,
        long blocksFound,
        long blocksFoundToday,
        Optional<Instant> lastBlockAt,
        BasisPoints fee,
        String scheme,
        Money minimumPayout,
        long payoutIntervalSeconds,
        BigInteger roundWork,
        String state) {}
