package org.motherlode.bench.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Share;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Vm;
import org.motherlode.stratum.client.PoolJob;

/** Mining as it is: each hash is of the job that its miner has at that moment, and a share is sent when it is found. */
final class LiveMining {
    private static final int HASHES_BETWEEN_LOOKS = 20;

    private final List<Bot> order;
    private final Seed seed;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong found = new AtomicLong();

    /** Who hashes after whom; miners who are there more often have a higher hash rate. */
    LiveMining(List<Bot> order) throws IOException {
        this.order = List.copyOf(order);
        this.seed = order.get(0).job().seed();
    }

    /** Returns how many shares were sent, when the time is over or no miner is left. */
    int mine(RandomX randomX, int threads, int seconds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Hashing hashing = new Hashing(randomX, seed, threads)) {
            while (System.nanoTime() - until < 0 && order.stream().anyMatch(Bot::isOpen)) {
                hashing.repeat(HASHES_BETWEEN_LOOKS * threads, this::tryOnce);
            }
        }
        return Math.toIntExact(found.get());
    }

    private void tryOnce(Vm machine) {
        int turn = turns.getAndIncrement();
        Bot bot = order.get(Math.floorMod(turn, order.size()));
        if (!bot.isOpen()) {
            return;
        }
        PoolJob job = job(bot);
        int nonce = turn & Share.LAST_NONCE;
        byte[] hash = new byte[Vm.HASH_BYTES];
        machine.hash(Share.input(job, nonce), hash);
        if (job.isShare(Hash.of(hash))) {
            found.incrementAndGet();
            bot.submit(Share.of(job, nonce, hash), System.nanoTime());
        }
    }

    private PoolJob job(Bot bot) {
        try {
            PoolJob job = bot.job();
            if (!job.seed().equals(seed)) {
                throw new IllegalStateException("the seed has changed, and this swarm knows only " + seed);
            }
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
