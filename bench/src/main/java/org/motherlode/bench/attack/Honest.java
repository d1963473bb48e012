package org.motherlode.bench.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.Share;
import org.motherlode.stratum.client.PoolJob;

/** Honest miners in turn, with shares that were hashed before. */
final class Honest {
    private static final long LAST_ANSWERS_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 20;

    private final List<Bot> bots;
    private final Ear ear;
    private final List<Share> shares;
    private int next;

    private Honest(List<Bot> bots, Ear ear, List<Share> shares) {
        this.bots = bots;
        this.ear = ear;
        this.shares = shares;
    }

    /** Hashes so many. */
    static Honest of(List<Bot> bots, Ear ear, Hashing hashing, int count) throws IOException, InterruptedException {
        List<PoolJob> jobs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            jobs.add(bots.get(i % bots.size()).job());
        }
        return new Honest(bots, ear, hashing.shares(jobs));
    }

    /** Sends the next so many, and waits for the answers. What is not answered then is missing from the latencies. */
    Latencies send(String name, int count, double perSecond) throws InterruptedException {
        Latencies latencies = ear.phase(name);
        Pace.steady(count, perSecond, due -> {
            bots.get(next % bots.size()).submit(shares.get(next), due);
            next++;
        });
        long deadline =
                System.nanoTime() + Duration.ofMillis(LAST_ANSWERS_MILLIS).toNanos();
        while (latencies.count() < count && System.nanoTime() - deadline < 0) {
            Pause.of(LOOK_MILLIS);
        }
        return latencies;
    }
}
