package org.motherlode.bench.load;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.motherlode.bench.swarm.Share;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;
import org.motherlode.stratum.client.PoolJob;

/** The library alone, in this process: what a server could do at best, and where the shares come from. */
public final class Hashing implements AutoCloseable {
    private static final long ENDING_SECONDS = 10;

    private final LibraryMemory memory;
    private final List<Vm> machines;
    private final ExecutorService threads;

    /** For jobs of this seed, in light mode. */
    public Hashing(RandomX randomX, Seed seed, int threads) {
        this(randomX, LibraryMemory.of(randomX, seed.octets().toBytes(), false), threads);
    }

    /** With this memory, which is closed with it. */
    public Hashing(RandomX randomX, LibraryMemory memory, int threads) {
        this.memory = memory;
        this.machines = IntStream.range(0, threads)
                .mapToObj(i -> randomX.newVm(Variant.V1, memory.memory()))
                .toList();
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** One thread, a loop in C. */
    public Speed alone(Claim like, int hashes) {
        return alone(like.input(), hashes);
    }

    /** The same, with a job. */
    public Speed alone(PoolJob like, int hashes) {
        return alone(Share.input(like, 0), hashes);
    }

    private Speed alone(byte[] input, int hashes) {
        byte[] out = new byte[Vm.HASH_BYTES];
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long busy = clock.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        machines.get(0).hashSeries(input, hashes, out);
        long nanos = System.nanoTime() - began;
        return new Speed(hashes * 1e9 / nanos, (clock.getCurrentThreadCpuTime() - busy) / 1e6 / hashes);
    }

    /** New claims of all miners, hashed on all threads at once. */
    public Stock stock(Fleet fleet, int count) throws InterruptedException {
        List<Claim> blank = fleet.next(count);
        Claim[] done = new Claim[count];
        long nanos = each(count, (machine, i) -> {
            byte[] out = new byte[Vm.HASH_BYTES];
            machine.hash(blank.get(i).input(), out);
            done[i] = blank.get(i).with(out);
        });
        return new Stock(List.of(done), nanos);
    }

    /** One share of each job, on all threads at once; a job that is there twice gives two. */
    public List<Share> shares(List<PoolJob> jobs) throws InterruptedException {
        Share[] done = new Share[jobs.size()];
        each(done.length, (machine, i) -> done[i] = share(machine, jobs.get(i), new Nonces(i, done.length)));
        return List.of(done);
    }

    /** Every {@code step}th nonce, so that no two shares of a job have the same. */
    private record Nonces(int from, int step) {}

    private static Share share(Vm machine, PoolJob job, Nonces nonces) {
        byte[] out = new byte[Vm.HASH_BYTES];
        int nonce = nonces.from();
        machine.hash(Share.input(job, nonce), out);
        while (!job.isShare(Hash.of(out))) {
            nonce += nonces.step();
            machine.hash(Share.input(job, nonce), out);
        }
        return Share.of(job, nonce, out);
    }

    /** Does this for each number from 0 on, on all threads; gives the nanoseconds that it took. */
    private long each(int count, ObjIntConsumer<Vm> work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Vm machine : machines) {
            Runnable some = () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(machine, i);
                }
            };
            all.add(CompletableFuture.runAsync(some, threads));
        }
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the library failed", e.getCause());
        } finally {
            next.set(count);
        }
        return System.nanoTime() - began;
    }

    /** Lets all threads do this so often, each with a machine of its own. */
    public void repeat(int times, Consumer<Vm> work) throws InterruptedException {
        long ignored = each(times, (machine, i) -> work.accept(machine));
    }

    public String memory() {
        return memory.pages();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            // Who was interrupted leaves threads behind that end with the hash they are at.
            boolean ended = threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                throw new IllegalStateException("a hash took " + ENDING_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // the memory goes with the process
        }
        machines.forEach(Vm::close);
        memory.close();
    }
}
