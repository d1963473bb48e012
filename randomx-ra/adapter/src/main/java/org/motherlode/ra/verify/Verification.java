package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;

/** The verifiers: platform threads, because a hash keeps its processor for milliseconds, each with machines of its own. */
public final class Verification implements Verifier, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Verification.class);
    private static final long STOP_MILLIS = 5_000;

    private record Task(Claim claim, Consumer<Verdict> then, long offeredNanos) {}

    private final VerifySettings settings;
    private final Hashers hashers;
    private final Figures figures;
    private final Lanes<Task> lanes;
    private final List<Thread> threads = new ArrayList<>();

    public Verification(VerifySettings settings, Hashers hashers, Figures figures) {
        this.settings = settings;
        this.hashers = hashers;
        this.figures = figures;
        this.lanes = new Lanes<>(settings);
        figures.read(
                Gauge.VERIFY_BLOCKS_WAITING,
                () -> lanes.waiting(Lane.PROVEN_BLOCK) + lanes.waiting(Lane.UNPROVEN_BLOCK));
        figures.read(Gauge.VERIFY_PROVEN_WAITING, () -> lanes.waiting(Lane.PROVEN));
        figures.read(Gauge.VERIFY_UNPROVEN_WAITING, () -> lanes.waiting(Lane.UNPROVEN));
    }

    public void start() {
        NamedThreads factory = new NamedThreads("verify");
        for (int i = 0; i < settings.threads(); i++) {
            Thread thread = factory.newThread(this::run);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public boolean offer(Lane lane, Claim claim, Consumer<Verdict> then) {
        return lanes.offer(lane, new Task(claim, then, System.nanoTime()));
    }

    /** Drops what waits and ends the threads and their machines. Nobody who waits was promised anything. */
    @Override
    public void close() {
        lanes.close();
        try {
            for (Thread thread : threads) {
                thread.join(STOP_MILLIS);
                if (thread.isAlive()) {
                    LOG.errorf("%s did not end", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Machines machines = new Machines(hashers)) {
            Judge judge = new Judge(machines, figures);
            Optional<Task> task = lanes.take();
            while (task.isPresent()) {
                verify(judge, task.get());
                task = lanes.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void verify(Judge judge, Task task) {
        try {
            task.then().accept(verdict(judge, task.claim()));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "the verdict on job %s led nowhere", task.claim().job().id());
        } finally {
            figures.verifying().record(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - task.offeredNanos()));
        }
    }

    private static Verdict verdict(Judge judge, Claim claim) {
        try {
            return judge.verdict(claim);
        } catch (RuntimeException e) {
            LOG.errorf(e, "job %s cannot be verified", claim.job().id());
            return new Verdict.Bad(ShareRefusal.NOT_READY);
        }
    }
}
