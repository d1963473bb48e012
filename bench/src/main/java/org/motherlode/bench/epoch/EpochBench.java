package org.motherlode.bench.epoch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.AdapterFigures;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.load.LibraryMemory;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Share;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.stratum.client.PoolJob;

/**
 * Miners send shares at a steady rate; the node announces a new seed, and a while later changes to it. Shares of the jobs
 * before stay good, for the parent block is the same, so that the same miners go on through the change; then each sends
 * shares of its new job.
 */
public record EpochBench(House house, RandomX randomX, EpochSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final long LAST_ANSWERS_MILLIS = 30_000;
    private static final long LOOK_MILLIS = 20;

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("epoch: " + settings + "; " + mode());
        Miners miners = new Miners();
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()));
        try (Swarm all = new Swarm(swarm, miners)) {
            List<Bot> bots = all.admitAll(settings.miners(), LOGINS);
            Stock stock = stock(bots);
            int count = stock.old().size() / 2;
            Pool pool = new Pool(bots, miners, stock.perSecond());
            Latencies first = send(pool, stock.first(), "first");
            long light = lightHashes();
            Seed next = next(first.count());
            Latencies before = send(pool, stock.old().subList(0, count), "before the change");
            house.door().changeTemplates(SeedChange.announcing(next));
            house.door().renew();
            miners.await(next);
            Change change = new Change(next, settings.seconds() / 2);
            Thread changing = new Thread(() -> change(change), "seed-change");
            changing.start();
            Latencies during = send(pool, stock.old().subList(count, 2 * count), "during the change");
            changing.join();
            awaitChange(miners, bots.size());
            Latencies after = send(pool, fresh(bots), "of the new seed");
            steps.say("epoch: " + (lightHashes() - light) + " hashes in light mode, of all phases");
            long unanswered = 2L * count + bots.size() - before.count() - during.count() - after.count();
            return new EpochFigures(List.of(before, during, after), unanswered, miners.refused(), mode()).outcome();
        } finally {
            house.door().changeTemplates(answer -> answer);
            house.door().renew();
        }
    }

    private String mode() {
        return house.isFast() ? "fast mode" : "light mode";
    }

    private long lightHashes() throws IOException, InterruptedException {
        return AdapterFigures.of(house.server()).read("hashes_light");
    }

    private record Change(Seed to, int afterSeconds) {}

    /** Gives the server some time with the announcement. */
    private void change(Change change) {
        try {
            Pause.of(change.afterSeconds() * 1_000L);
            house.door().changeTemplates(SeedChange.to(change.to()));
            house.door().renew();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A seed that no run had before. */
    private static Seed next(long salt) {
        byte[] bytes = new byte[Hash.BYTES];
        long time = System.nanoTime() ^ salt;
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (time >>> (Byte.SIZE * i));
        }
        return new Seed(Octets.of(bytes));
    }

    /** One share of each miner, which proves it; those of two phases; and how many a second there are to be. */
    private record Stock(List<Share> first, List<Share> old, double perSecond) {}

    private record Pool(List<Bot> bots, Miners miners, double perSecond) {}

    private Stock stock(List<Bot> bots) throws IOException, InterruptedException {
        PoolJob like = bots.get(0).job();
        LibraryMemory memory = LibraryMemory.of(randomX, like.seed().octets().toBytes(), house.isFast());
        try (Hashing hashing = new Hashing(randomX, memory, settings.threads())) {
            double perSecond = settings.load().perSecond(hashing, like);
            // As many of each bot: the shares of a phase are sent by the bots in turn, beginning with the first.
            int count = bots.size() * (int) Math.ceil(perSecond * settings.seconds() / bots.size());
            steps.say(String.format("epoch: %.1f shares a second, %d in each phase", perSecond, count));
            List<Share> all = hashing.shares(jobs(bots, bots.size() + 2 * count));
            return new Stock(all.subList(0, bots.size()), all.subList(bots.size(), all.size()), perSecond);
        }
    }

    /** One share of each miner's newest job. */
    private List<Share> fresh(List<Bot> bots) throws IOException, InterruptedException {
        try (Hashing hashing = new Hashing(randomX, bots.get(0).job().seed(), settings.threads())) {
            return hashing.shares(jobs(bots, bots.size()));
        }
    }

    private static List<PoolJob> jobs(List<Bot> bots, int count) throws IOException {
        List<PoolJob> jobs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            jobs.add(bots.get(i % bots.size()).job());
        }
        return jobs;
    }

    private static Latencies send(Pool pool, List<Share> shares, String name) throws InterruptedException {
        Latencies latencies = pool.miners().phase(name);
        int[] next = {0};
        Pace.steady(shares.size(), pool.perSecond(), due -> {
            pool.bots().get(next[0] % pool.bots().size()).submit(shares.get(next[0]), due);
            next[0]++;
        });
        long deadline =
                System.nanoTime() + Duration.ofMillis(LAST_ANSWERS_MILLIS).toNanos();
        while (latencies.count() < shares.size() && System.nanoTime() - deadline < 0) {
            Pause.of(LOOK_MILLIS);
        }
        return latencies;
    }

    private static void awaitChange(Miners miners, int count) throws IOException, InterruptedException {
        long deadline =
                System.nanoTime() + Duration.ofMillis(LAST_ANSWERS_MILLIS).toNanos();
        while (miners.changed() < count) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(
                        "only " + miners.changed() + " of " + count + " miners were told of the new seed");
            }
            Pause.of(LOOK_MILLIS);
        }
    }
}
