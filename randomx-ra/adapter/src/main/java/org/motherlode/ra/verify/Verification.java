package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.statistics.Count;
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

    private record Task(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then, long offeredNanos) {
        Task in(Lane other) {
            return new Task(other, sender, claim, then, offeredNanos);
        }
    }

    private final VerifySettings settings;
    private final Hashers hashers;
    private final Figures figures;
    private final Lanes<Task> lanes;
    private final LaneTimes times;
    private final Trouble hashing;
    private final Trouble telling;
    private final Trouble differing;
    private final List<Thread> threads = new ArrayList<>();

    public Verification(VerifySettings settings, Hashers hashers, Figures figures, Troubles troubles) {
        this.settings = settings;
        this.hashers = hashers;
        this.figures = figures;
        this.lanes = new Lanes<>(settings, System::nanoTime, this::displaced);
        this.times = new LaneTimes(figures);
        this.hashing = troubles.of(Fault.HASHING);
        this.telling = troubles.of(Fault.VERDICT);
        this.differing = troubles.of(Fault.HARDWARE);
        figures.read(
                Gauge.VERIFY_BLOCKS_WAITING,
                () -> lanes.waiting(Lane.PROVEN_BLOCK) + lanes.waiting(Lane.UNPROVEN_BLOCK));
        figures.read(Gauge.VERIFY_THREADS, settings::threads);
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
    public boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then) {
        return lanes.offer(lane, sender, new Task(lane, sender, claim, then, System.nanoTime()));
    }

    @Override
    public boolean isPossible(Claim claim) {
        return hashers.allow(claim);
    }

    @Override
    public Difficulty forgeryBound(PowId pow) {
        return hashers.forgeryBound(pow);
    }

    /**
     * Drops what waits and ends the threads and their machines. Nobody who waits was promised anything; but nobody would ever
     * send a claimed block again, so those are hashed first, as far as the time allows.
     */
    @Override
    public void close() {
        lanes.close(task -> task.claim().isBlock());
        try {
            awaitEnd();
            lanes.closeAtOnce();
            // Each is at one hash at most.
            awaitEnd();
            threads.stream().filter(Thread::isAlive).forEach(thread -> LOG.errorf("%s did not end", thread.getName()));
        } catch (InterruptedException e) {
            lanes.closeAtOnce();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        for (Thread thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
        }
    }

    private void run() {
        try (Machines machines = new Machines(hashers)) {
            Judge judge = new Judge(machines, figures, differing);
            Optional<Lanes.Turn<Task>> turn = lanes.take();
            while (turn.isPresent()) {
                verify(judge, turn.get());
                turn = lanes.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void verify(Judge judge, Lanes.Turn<Task> turn) {
        if (turn.sender().isGone() && !isBlockOfProven(turn)) {
            lanes.skipped(turn);
            figures.count(Count.SHARES_UNHASHED);
            tell(turn.task(), NOT_READY);
            return;
        }
        tell(turn.task(), judged(judge, turn));
        long micros =
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - turn.task().offeredNanos());
        figures.verifying().record(micros);
        times.of(turn.lane()).record(micros);
    }

    private Verdict judged(Judge judge, Lanes.Turn<Task> turn) {
        long began = System.nanoTime();
        try {
            return verdict(judge, turn.task().claim());
        } finally {
            lanes.done(turn, System.nanoTime() - began);
        }
    }

    /** Also where there was no room for it ahead of ordinary shares. */
    private static boolean isBlockOfProven(Lanes.Turn<Task> turn) {
        return turn.lane() == Lane.PROVEN_BLOCK
                || (turn.lane() == Lane.PROVEN && turn.task().claim().isBlock());
    }

    /**
     * It had to leave its lane to somebody who asks for less. A claimed block is looked at among its miner's shares then, as one is
     * that finds its lane full.
     */
    private void displaced(Task task) {
        Lane other = task.lane().ofShares();
        if (other != task.lane() && lanes.offer(other, task.sender(), task.in(other))) {
            return;
        }
        figures.count(Count.SHARES_DISPLACED);
        tell(task, NOT_READY);
    }

    /** A verifier outlives whatever a share does to it, an {@link Error} too: nobody would take its place. */
    private void tell(Task task, Verdict verdict) {
        try {
            task.then().accept(verdict);
        } catch (RuntimeException | Error e) {
            telling.note("the verdict on job " + task.claim().job().id() + " led nowhere: " + e, e);
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
            hashing.note("a hash of " + claim.pow() + " failed, and its share was refused without blame: " + e, e);
            return NOT_READY;
        }
    }
}
