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
 * @param pow what miners work with; without work what the chain began with
 * @param blockInterval how far apart blocks should be
 * @param seedInterval for how many blocks one seed is good; empty where the proof of work has none
 * @param work what miners work on; empty before the first template, and while miners are sent away
 */
public record NetworkView(
        long height,
        BigInteger difficulty,
        Optional<BigInteger> hashrate,
        String pow,
        Optional<Duration> blockInterval,
        Optional<Integer> seedInterval,
        Optional<WorkView> work,
        Instant asOf) {

    public NetworkView withWork(Optional<WorkView> now) {
        String asked = now.map(WorkView::pow).orElse(pow);
        return new NetworkView(height, difficulty, hashrate, asked, blockInterval, seedInterval, now, asOf);
    }
}
