package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.OwnTemplates.Judgement;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Trouble;
import org.motherlode.ra.trouble.Troubles;

/** One thread that judges, and one bounded line before it that is fair between networks, addresses and connections. */
public final class JuryRoom implements Jury, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JuryRoom.class);
    private static final long STOP_MILLIS = 5_000;

    /**
     * What a sender is charged as it is taken. Nobody takes beside this one thread, so it need not be near the truth; but a
     * sender with nothing more in line that had been charged nothing would be forgotten before what it cost is known.
     */
    private static final long UNTIL_KNOWN_NANOS = 1;

    private record Task(Supplier<Judgement> judging, Consumer<Optional<Judgement>> then) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final FairLine<Task> line;
    private final Trouble failing;
    private final LongSupplier nanos;
    private final Thread thread = new NamedThreads("jury").newThread(this::run);
    private boolean closed;

    public JuryRoom(VerifySettings settings, Figures figures, Troubles troubles) {
        this(settings, figures, troubles, System::nanoTime);
    }

    /** {@code nanos}: the clock by which a judgement's cost is measured. */
    JuryRoom(VerifySettings settings, Figures figures, Troubles troubles, LongSupplier nanos) {
        this.nanos = nanos;
        this.line = new FairLine<>(settings.proposalLine());
        this.failing = troubles.of(Fault.PROPOSAL);
        figures.read(Gauge.PROPOSALS_WAITING, this::waiting);
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean offer(Sender sender, Supplier<Judgement> judging, Consumer<Optional<Judgement>> then) {
        List<Task> displaced = new ArrayList<>(1);
        lock.lock();
        try {
            if (closed || !line.add(sender, new Task(judging, then), displaced::add)) {
                return false;
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
        displaced.forEach(task -> task.then().accept(Optional.empty()));
        return true;
    }

    /** Drops what waits and ends the thread. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(STOP_MILLIS);
            if (thread.isAlive()) {
                LOG.errorf("%s did not end", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Optional<FairLine.Taken<Task>> next = take();
            while (next.isPresent()) {
                judge(next.get());
                next = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next one; empty once closed. */
    private Optional<FairLine.Taken<Task>> take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && line.size() == 0) {
                filled.await();
            }
            return closed ? Optional.empty() : line.take(UNTIL_KNOWN_NANOS);
        } finally {
            lock.unlock();
        }
    }

    private void judge(FairLine.Taken<Task> taken) {
        long began = nanos.getAsLong();
        Optional<Judgement> judgement = judgement(taken.task());
        charge(taken.sender(), nanos.getAsLong() - began - UNTIL_KNOWN_NANOS);
        try {
            taken.task().then().accept(judgement);
        } catch (RuntimeException | Error e) {
            failing.note("the judgement of a miner's own block led nowhere: " + e, e);
        }
    }

    /** The thread outlives whatever a block does to it: nobody would take its place. */
    private Optional<Judgement> judgement(Task task) {
        try {
            return Optional.of(task.judging().get());
        } catch (RuntimeException | Error e) {
            failing.note("a miner's own block could not be judged, and was refused without blame: " + e, e);
            return Optional.empty();
        }
    }

    private void charge(Sender sender, long nanos) {
        lock.lock();
        try {
            line.charge(sender, nanos);
        } finally {
            lock.unlock();
        }
    }

    private int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }
}
