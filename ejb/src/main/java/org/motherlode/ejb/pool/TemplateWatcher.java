package org.motherlode.ejb.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.Health;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.stratum.StratumGateway;

/**
 * Keeps a pool's miners on the newest template, and sends them away when it is too old to be worth their work. One look at
 * a time; {@link Watching} says when.
 */
final class TemplateWatcher {
    private static final Logger LOG = Logger.getLogger(TemplateWatcher.class);
    /** For anybody who connects. What the node's client said names host and port, so it is for log and health only. */
    static final String NO_WORK = "The pool has no work: its node gives none at present.";

    private final OpenPool pool;
    private final StratumGateway gateway;
    private final TemplateTerms terms;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Health health = new Health("the node was not asked yet");
    private volatile Optional<Shown> shown = Optional.empty();
    private volatile boolean suspended;

    TemplateWatcher(OpenPool pool, StratumGateway gateway, TemplateTerms terms, InstantSource clock) {
        this.pool = pool;
        this.gateway = gateway;
        this.terms = terms;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Looks at the node's tip once and does what follows from it. */
    void look() {
        try {
            follow(pool.chain().source().tip());
            if (health.well(shown.map(Shown::words).orElse("no template yet"))) {
                LOG.infof("%s: the node answers again", pool.name());
            }
        } catch (NodeUnavailableException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) { // a bug in a chain's code must not end the pool
            LOG.debugf(e, "%s: looking for a template failed unexpectedly", pool.name());
            failed("looking for a template failed unexpectedly: " + e);
        }
        suspendIfStale();
    }

    Health.State health() {
        return health.now();
    }

    /** How old the template is that miners work on; before the first, how long they have waited for it. */
    Duration age() {
        return Duration.between(shown.map(Shown::fetchedAt).orElse(startedAt), clock.instant());
    }

    /** What miners work on; empty before the first, and while they are sent away. */
    Optional<BlockTemplate> template() {
        return suspended ? Optional.empty() : shown.map(Shown::template);
    }

    private void follow(Tip tip) throws NodeUnavailableException {
        requireEarnest(tip);
        Instant now = clock.instant();
        if (!suspended && shown.isPresent() && shown.get().isOf(tip)) {
            shown = shown.map(template -> template.confirmed(now));
            if (!shown.get().fetchedAt().plus(terms.refresh()).isAfter(now)) {
                publish(tip);
            }
            return;
        }
        publish(tip);
    }

    /** A node whose data were lost follows its chain from the beginning, where each hash of a miner is a block. */
    private void requireEarnest(Tip tip) throws NodeUnavailableException {
        if (tip.nextDifficulty().compareTo(terms.least()) < 0) {
            throw new NodeUnavailableException("the node's next block, after height " + tip.height()
                    + ", has difficulty " + tip.nextDifficulty() + ", less than " + TemplateTerms.LEAST + ", "
                    + terms.least() + ": it has lost its chain, or follows another one");
        }
    }

    private void publish(Tip tip) throws NodeUnavailableException {
        BlockTemplate template = pool.chain().source().template();
        Instant now = clock.instant();
        boolean resumed = suspended;
        gateway.publish(pool.name(), template);
        shown = Optional.of(new Shown(tip, template, now, now));
        suspended = false;
        if (resumed) {
            LOG.infof("%s: miners get work again, height %d", pool.name(), template.height());
        }
        LOG.debugf("%s: %s", pool.name(), template.summary());
    }

    private void failed(String words) {
        if (health.ill(words)) {
            LOG.warnf("%s: no look at the node's tip: %s", pool.name(), words);
        }
    }

    private void suspendIfStale() {
        Instant now = clock.instant();
        Instant confirmed = shown.map(Shown::confirmedAt).orElse(startedAt);
        Instant fetched = shown.map(Shown::fetchedAt).orElse(startedAt);
        boolean stale = !confirmed.plus(terms.grace()).isAfter(now)
                || !fetched.plus(terms.oldest()).isAfter(now);
        if (stale && !suspended) {
            suspended = true;
            LOG.warnf(
                    "%s: miners are sent away, no current work since %s: %s",
                    pool.name(), confirmed, health.now().words());
            gateway.suspend(pool.name(), NO_WORK);
        }
    }

    /**
     * The template that miners have.
     *
     * @param seen the tip before it was fetched; the node may have moved on in between
     */
    private record Shown(Tip seen, BlockTemplate template, Instant fetchedAt, Instant confirmedAt) {
        boolean isOf(Tip tip) {
            boolean sameTip =
                    tip.blockId().equals(template.previousId()) || tip.blockId().equals(seen.blockId());
            return sameTip && tip.nextDifficulty().equals(seen.nextDifficulty());
        }

        Shown confirmed(Instant now) {
            return new Shown(seen, template, fetchedAt, now);
        }

        String words() {
            return "work for height " + template.height();
        }
    }
}
