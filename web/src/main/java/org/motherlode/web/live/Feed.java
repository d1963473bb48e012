package org.motherlode.web.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Projections;
import org.motherlode.model.view.ViewUnavailableException;

/**
 * The clockwork behind the listeners. Where nobody listens, only the networks are looked at, which costs the database
 * nothing: so the first reader finds them known, and a pool's state is never judged by an answer from long ago. Called by
 * one thread.
 */
final class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final int TICKS_PER_MINER_UPDATE = 5;

    private final Projections projections;
    private final Audience audience;
    private final Envelope envelope;
    private final Map<PoolName, PoolFeed> feeds = new HashMap<>();
    private long ticks;

    Feed(Projections projections, Audience audience, Envelope envelope) {
        this.projections = projections;
        this.audience = audience;
        this.envelope = envelope;
    }

    void tick() {
        ticks++;
        audience.all().forEach(Listener::tick);
        projections.pools().forEach(projections::network);
        Set<PoolName> heard = audience.pools();
        feeds.keySet().retainAll(heard);
        for (PoolName pool : heard) {
            tell(feeds.computeIfAbsent(pool, name -> new PoolFeed(name, projections, audience, envelope)));
        }
    }

    /** Silence is an answer too: the page marks its figures as old when no more come. */
    private void tell(PoolFeed feed) {
        try {
            feed.tellStats();
            feed.tellBlocks();
            feed.tellPayments();
            if (ticks % TICKS_PER_MINER_UPDATE == 0) {
                feed.tellMiners();
            }
        } catch (ViewUnavailableException e) {
            LOG.debugf("listeners hear nothing this time: %s", e.getMessage());
        }
    }
}
