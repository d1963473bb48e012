package org.motherlode.pow.mining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.motherlode.model.pow.SeedNotReadyException;

/**
 * Threads that search the work they were given last, each with a machine of its own. They change to new work at the end of
 * a batch; while there is none, or its seed is not ready, they wait. Finds are handed over on the thread that found them.
 */
public final class MiningCrew implements AutoCloseable {
    private static final int CLOSE_SECONDS = 30;

    private final MiningHasher hasher;
    private final CrewSettings settings;
    private final Consumer<Found> finds;
    private final Assignment assignment = new Assignment();
    private final LongAdder hashes = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();

    private MiningCrew(MiningHasher hasher, CrewSettings settings, Consumer<Found> finds) {
        this.hasher = hasher;
        this.settings = settings;
        this.finds = finds;
    }

    /** Starts the threads. The hasher stays the caller's, who closes it after the crew. */
    public static MiningCrew start(MiningHasher hasher, CrewSettings settings, Consumer<Found> finds) {
        MiningCrew crew = new MiningCrew(hasher, settings, finds);
        for (int i = 1; i <= settings.threads(); i++) {
            Thread thread = new Thread(crew::run, "miner-" + i);
            thread.setDaemon(true);
            crew.threads.add(thread);
            thread.start();
        }
        return crew;
    }

    /** Searches this from now on, from nonce 0; the seed must be kept by the hasher. */
    public void search(Work work) {
        assignment.give(Optional.of(work));
    }

    /** Waits for new work. */
    public void rest() {
        assignment.give(Optional.empty());
    }

    /** Hashes since the start; a batch counts when it ends. */
    public long hashes() {
        return hashes.sum();
    }

    /** Ends the threads and waits for them, about as long as a batch lasts. */
    @Override
    public void close() {
        assignment.end();
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (MiningVm vm = hasher.newVm()) {
            Optional<Work> work = assignment.current();
            while (work.isPresent()) {
                turn(vm, work.get());
                work = assignment.current();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(MiningVm vm, Work work) throws InterruptedException {
        if (!hasher.isReady(work.seed())) {
            assignment.await(settings.retry());
            return;
        }
        int most = hasher.isFast(work.seed()) ? settings.fastBatch() : settings.lightBatch();
        Optional<Assignment.Batch> batch = assignment.deal(work, most);
        if (batch.isPresent()) {
            mine(vm, batch.get());
        }
    }

    private void mine(MiningVm vm, Assignment.Batch batch) throws InterruptedException {
        try {
            List<Found> found = vm.mine(batch.work(), batch.firstNonce(), batch.count());
            hashes.add(batch.count());
            found.forEach(finds);
        } catch (SeedNotReadyException released) {
            assignment.await(settings.retry()); // the seed was let go of meanwhile: other work is about to come
        }
    }
}
