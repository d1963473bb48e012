package org.motherlode.ejb.node;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.lock.HeldConnection;
import org.motherlode.ejb.lock.LockSession;
import org.motherlode.ejb.node.Standing.State;
import org.motherlode.ejb.queue.Health;
import org.motherlode.ejb.queue.Overdue;
import org.motherlode.model.health.Condition;

/**
 * This server's claim on its node id: the session lock {@code node/<id>}. Two servers with one id would give the same work
 * to their miners, and each would vouch for shares that the other has not stored yet. The lock ends with its connection; an
 * outage of the database therefore ends it too, and then it is taken again as soon as the database is back.
 */
public final class NodeClaim {
    private static final Logger LOG = Logger.getLogger(NodeClaim.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final AdvisoryLocks locks;
    private final NodeTerms terms;
    private final LongSupplier nanoTime;
    private final Overdue overdue;
    private volatile Standing standing = new Standing(State.UNKNOWN, "the node id was not claimed yet");
    private final ReentrantLock looking = new ReentrantLock();
    private volatile int node = -1;
    private volatile boolean ended;
    private volatile boolean forbidden;
    private Optional<HeldConnection> held = Optional.empty();
    private Optional<LockSession> last = Optional.empty();
    private Optional<Sight> sight = Optional.empty();

    /** Who had the lock at the last look, nobody if empty, and since when it has been so. */
    private record Sight(Optional<LockSession> holder, long sinceNanos) {}

    public NodeClaim(AdvisoryLocks locks, NodeTerms terms, LongSupplier nanoTime) {
        this.locks = locks;
        this.terms = terms;
        this.nanoTime = nanoTime;
        this.overdue = new Overdue(terms.patience(), nanoTime);
    }

    public NodeTerms terms() {
        return terms;
    }

    public Standing standing() {
        return standing;
    }

    /** Says which id, before the first look. */
    public void begin(int id) {
        node = id;
    }

    /** The id must not be used, whoever has the lock; {@code why} is for the operator, in log and health. */
    public void forbid(String why) {
        forbidden = true;
        standing = new Standing(State.LOST, why);
    }

    /** Takes the lock, or sees to it that it is still held; to be called again and again. */
    public void look() {
        looking.lock();
        overdue.begins();
        try {
            if (!ended && standing.state() != State.LOST && !isHeld()) {
                claim();
            }
        } catch (DatabaseException e) {
            sight = Optional.empty();
            unconfirmed("the database does not answer: " + e.getMessage());
        } finally {
            if (ended) {
                release();
            }
            overdue.ends();
            looking.unlock();
        }
    }

    /** Gives the id back. A look that hangs is not waited for; it gives the id back when it ends. */
    public void end() {
        ended = true;
        try {
            if (looking.tryLock(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                release();
                looking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Needed where no miners are let in: then the words say why. */
    public Condition condition() {
        Standing now = standing;
        boolean ours = now.state() == State.OURS;
        Health.State seen = overdue.or(new Health.State(ours, now.words()));
        return ours && !seen.up()
                ? new Condition("node", false, false, "node id " + node + " is not confirmed: " + seen.words())
                : new Condition("node", ours, !now.isOurs(), now.words());
    }

    /** Why this server lets no miners in, for anybody's eyes; empty if it does. */
    public Optional<String> refusal() {
        Standing now = standing;
        if (forbidden) {
            return Optional.of("node id " + node + " must not be used any more");
        }
        return switch (now.state()) {
            case OURS, UNCONFIRMED -> Optional.empty();
            case REFUSED, LOST -> Optional.of(now.words());
            case UNKNOWN -> Optional.of("node id " + node + " could not be claimed yet");
        };
    }

    private boolean isHeld() {
        if (held.filter(HeldConnection::isAlive).isPresent()) {
            return true;
        }
        release();
        return false;
    }

    private void release() {
        held.ifPresent(HeldConnection::close);
        held = Optional.empty();
    }

    private void claim() {
        Optional<LockSession> holder = locks.holder(lock());
        long now = nanoTime.getAsLong();
        Sight seen = sight.filter(before -> before.holder().equals(holder)).orElse(new Sight(holder, now));
        sight = Optional.of(seen);
        boolean lasts = now - seen.sinceNanos() >= terms.patience().toNanos();
        if (holder.isEmpty()) {
            if (standing.state() != State.REFUSED || lasts) {
                take();
            }
        } else if (holder.equals(last)) {
            unconfirmed("the database has not yet noticed that our former connection is gone");
        } else if (standing.isOurs()) {
            suspect(lasts);
        } else {
            refuse();
        }
    }

    private void take() {
        held = locks.tryHold(lock(), session -> last = Optional.of(session));
        held.ifPresent(lock -> {
            sight = Optional.empty();
            if (standing.state() != State.OURS) {
                LOG.infof(
                        "node id %d is this server's, lock number %d",
                        node, lock.fence().number());
            }
            standing = new Standing(State.OURS, "node id " + node + " is this server's");
        });
    }

    private void refuse() {
        String words = "another server uses node id " + node + "; give each its own nodeId";
        if (standing.state() != State.REFUSED) {
            LOG.errorf("%s", words);
        }
        standing = new Standing(State.REFUSED, words);
    }

    private void suspect(boolean lasts) {
        if (!lasts) {
            unconfirmed("another session has the lock of node id " + node);
            return;
        }
        String words =
                "another server took node id " + node + " while this one had no connection to the database; give each"
                        + " its own nodeId and start this server again";
        LOG.fatalf("%s", words);
        standing = new Standing(State.LOST, words);
    }

    private void unconfirmed(String why) {
        if (!standing.isOurs()) {
            if (standing.state() == State.UNKNOWN) {
                standing = new Standing(State.UNKNOWN, "node id " + node + " cannot be claimed: " + why);
            }
            return;
        }
        if (standing.state() == State.OURS) {
            LOG.warnf("node id %d is not confirmed, miners go on: %s", node, why);
        }
        standing = new Standing(State.UNCONFIRMED, "node id " + node + " is not confirmed: " + why);
    }

    private String lock() {
        return "node/" + node;
    }
}
