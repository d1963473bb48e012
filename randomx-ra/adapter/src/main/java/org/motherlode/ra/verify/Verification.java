package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Trouble;
import org.motherlode.ra.trouble.Troubles;

/** The verifiers: platform threads, because a hash keeps its processor for milliseconds, each with machines of its own. */
public final class Verification implements Verifier, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Verification.class);
    private static final long STOP_MILLIS = 5_000;
    private static final Verdict NOT_READY = new Verdict.Bad(ShareRefusal.NOT_READY);

    private record Task(Claim claim, Consumer<Verdict> then, long offeredNanos) {}

    private final VerifySettings settings;
    private final Hashers hashers;
    private final Figures figures;
    private final Lanes<Task> lanes;
    private final Trouble hashing;
    private final Trouble telling;
    private final List<Thread> threads = new ArrayList<>();

    public Verification(VerifySettings settings, Hashers hashers, Figures figures, Troubles troubles) {
        this.settings = settings;
        this.hashers = hashers;
        this.figures = figures;
        this.lanes = new Lanes<>(settings);
        this.hashing = troubles.of(Fault.HASHING);
        this.telling = troubles.of(Fault.VERDICT);
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

    /** A verifier outlives whatever a share does to it, an {@link Error} too: nobody would take its place. */
    private void verify(Judge judge, Task task) {
        try {
            task.then().accept(verdict(judge, task.claim()));
        } catch (RuntimeException | Error e) {
            telling.note("the verdict on job " + task.claim().job().id() + " led nowhere: " + e, e);
        } finally {
            figures.verifying().record(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - task.offeredNanos()));
        }
    }

    private Verdict verdict(Judge judge, Claim claim) {
        try {
            Verdict verdict = judge.verdict(claim);
            if (!verdict.equals(NOT_READY)) {
                hashing.works();
            }
            return verdict;
        } catch (RuntimeException | Error e) {
            PowId pow = claim.job().template().block().pow();
            hashing.note("a hash of " + pow + " failed, and its share was refused without blame: " + e, e);
            return NOT_READY;
        }
    }
}
