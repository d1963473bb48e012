package org.motherlode.ejb.ban;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.ban.Bans;

/**
 * Carries bans between this node's adapter, the other nodes and the table. Each holds here and there before it is stored;
 * what the database does not take now waits.
 */
final class BanKeeper implements Bans {
    private static final Logger LOG = Logger.getLogger(BanKeeper.class);
    private static final int AT_ONCE = 500;

    private final BanDesk desk;
    private final BanStore store;
    private final SharedBans shared;
    private final InstantSource clock;
    private final WaitingWork waiting;
    private final Object turn = new Object();

    BanKeeper(BanDesk desk, BanStore store, SharedBans shared, BanTerms terms, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.shared = shared;
        this.clock = clock;
        this.waiting = new WaitingWork(terms.waiting());
    }

    @Override
    public Ban impose(BanSubject subject, Duration length, String reason, String actor) {
        Instant now = now();
        Ban ban = new Ban(subject, now, now.plus(length), 1, reason, actor);
        waiting.add(new WaitingWork.Word(subject, Optional.of(ban), now, actor));
        desk.impose(ban);
        shared.tell(ban);
        carry();
        return ban;
    }

    @Override
    public boolean lift(BanSubject subject, String actor) {
        boolean held = desk.find(subject).isPresent();
        waiting.add(new WaitingWork.Word(subject, Optional.empty(), now(), actor));
        desk.lift(subject);
        shared.untell(subject);
        carry();
        return held;
    }

    /** Takes what the adapter has made, and what waits, to the others and to the database. */
    void carry() {
        synchronized (turn) {
            List<Ban> made = desk.unstored(AT_ONCE);
            made.forEach(shared::tell);
            try {
                waiting.all().forEach(this::carry);
                store.store(made);
                desk.stored(made);
            } catch (DatabaseException e) {
                LOG.debugf("bans wait for the database: %s", e.getMessage());
            }
        }
    }

    /** Makes this node's adapter hold what the table and the other nodes hold. */
    void mirror() {
        synchronized (turn) {
            Instant asOf = now();
            try {
                Map<BanSubject, Ban> all = read(asOf);
                waiting.correct(all);
                desk.mirror(all.values(), asOf);
            } catch (DatabaseException e) {
                LOG.debugf("bans stay as they are, the condition 'database' says why: %s", e.getMessage());
            }
        }
    }

    /** This node or another told it. */
    void heard(Ban ban) {
        boolean known = desk.find(ban.subject())
                .filter(here -> !here.since().isBefore(ban.since()))
                .isPresent();
        if (!known) {
            desk.impose(ban);
        }
    }

    void heardOfLift(BanSubject subject) {
        desk.lift(subject);
    }

    private void carry(WaitingWork.Word word) {
        word.ban()
                .ifPresentOrElse(
                        ban -> store.store(List.of(ban)), () -> store.lift(word.subject(), word.at(), word.actor()));
        waiting.done(word);
    }

    /** A ban that another node told and could not store yet counts; one that was lifted in the table does not. */
    private Map<BanSubject, Ban> read(Instant now) {
        Map<BanSubject, Ban> told = new HashMap<>();
        shared.all().forEach(ban -> told.put(ban.subject(), ban));
        Map<BanSubject, Ban> all = new HashMap<>();
        for (BanStore.Stored row : store.all(now)) {
            BanSubject subject = row.ban().subject();
            boolean newer = Optional.ofNullable(told.get(subject))
                    .filter(ban -> ban.since().isAfter(row.ban().since()))
                    .isPresent();
            if (!newer) {
                Optional<Ban> stale = Optional.ofNullable(told.remove(subject)).filter(ban -> row.lifted());
                stale.ifPresent(ban -> shared.untell(subject));
            }
            if (!newer && !row.lifted()) {
                all.put(subject, row.ban());
            }
        }
        all.putAll(told);
        return all;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
