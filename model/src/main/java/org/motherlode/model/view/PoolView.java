package org.motherlode.model.view;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.reward.SchemeTerms;

/**
 * A pool at a glance. Hash rates are whole hashes per second over the last ten minutes.
 *
 * @param miners addresses that are connected now
 * @param workers connections that are logged in now
 * @param blocksFound without orphans
 * @param blocksFoundToday without orphans, within the last 24 hours
 * @param terms by which the next block is divided
 * @param roundWork the difficulty of all shares since the last block
 * @param state {@code open}, or a few words that say why no work is given out
 * @param fingerprint of the certificate that its TLS ports show: SHA-256, 64 lower-case hex digits
 */
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
        SchemeTerms terms,
        Money minimumPayout,
        long payoutIntervalSeconds,
        BigInteger roundWork,
        String state,
        List<ListenPort> ports,
        Optional<String> fingerprint) {
    public PoolView {
        ports = List.copyOf(ports);
    }
}
