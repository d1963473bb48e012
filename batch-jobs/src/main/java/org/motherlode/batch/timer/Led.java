package org.motherlode.batch.timer;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Locks;

/**
 * A look that one server of a cluster takes for all: the one that has the lock {@code look/<job>}, until its connection to
 * the database or its process ends; then the server that comes first at its next look has it. Each look asks once whether
 * the lock is still there.
 */
final class Led implements Look {
    private static final Logger LOG = Logger.getLogger(Led.class);

    private final String job;
    private final Locks locks;
    private final LookWatch watch;
    private final Look look;
    private final Runnable resigned;
    private Optional<Locks.Held> lead = Optional.empty();

    /** @param resigned what is to be done while another server looks; done at each look */
    Led(String job, Locks locks, LookWatch watch, Look look, Runnable resigned) {
        this.job = job;
        this.locks = locks;
        this.watch = watch;
        this.look = look;
        this.resigned = resigned;
    }

    @Override
    public void look() {
        if (leads()) {
            look.look();
        } else {
            resigned.run();
        }
        watch.looked(job);
    }

    private boolean leads() {
        if (lead.filter(Locks.Held::isAlive).isPresent()) {
            return true;
        }
        end();
        lead = locks.tryLock("look/" + job);
        lead.ifPresent(held -> LOG.debugf("%s: this server looks for work, with lock %s", job, held.fence()));
        return lead.isPresent();
    }

    /** Another server may look from now on. */
    @Override
    public void end() {
        lead.ifPresent(Locks.Held::close);
        lead = Optional.empty();
    }
}
