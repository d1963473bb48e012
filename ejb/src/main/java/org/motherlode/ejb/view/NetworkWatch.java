package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.WorkView;

/**
 * Asks the nodes for their best block while somebody looks. Who looks never waits: the last answer is given, and a new one
 * is fetched behind its back, one question per pool at a time.
 */
final class NetworkWatch {
    /** Without an answer for this long a node is called silent. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(NetworkWatch.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Executor executor;
    private final Function<PoolName, Optional<BlockTemplate>> work;
    private final InstantSource clock;
    private final Map<PoolName, NetworkView> last = new ConcurrentHashMap<>();
    private final Map<PoolName, Instant> asked = new ConcurrentHashMap<>();
    private final Set<PoolName> asking = ConcurrentHashMap.newKeySet();

    NetworkWatch(Executor executor, Function<PoolName, Optional<BlockTemplate>> work, InstantSource clock) {
        this.executor = executor;
        this.work = work;
        this.clock = clock;
    }

    Optional<NetworkView> now(OpenPool pool) {
        Instant before = asked.getOrDefault(pool.name(), Instant.EPOCH);
        if (!clock.instant().isBefore(before.plus(GOOD_FOR)) && asking.add(pool.name())) {
            asked.put(pool.name(), clock.instant());
            askLater(pool);
        }
        return Optional.ofNullable(last.get(pool.name()))
                .map(view -> view.withWork(work.apply(pool.name()).map(WorkView::of)));
    }

    private void askLater(OpenPool pool) {
        try {
            executor.execute(() -> ask(pool));
        } catch (RejectedExecutionException e) {
            asking.remove(pool.name());
            LOG.debugf("pool %s: no thread to ask the node for its tip", pool.name());
        }
    }

    private void ask(OpenPool pool) {
        try {
            last.put(pool.name(), view(pool, pool.chain().source().tip()));
        } catch (NodeUnavailableException e) {
            LOG.debugf("pool %s: the node did not tell its tip: %s", pool.name(), e.getMessage());
        } finally {
            asking.remove(pool.name());
        }
    }

    private NetworkView view(OpenPool pool, Tip tip) {
        BigInteger difficulty = tip.nextDifficulty().value();
        Optional<Duration> interval = pool.chain().source().blockInterval();
        return new NetworkView(
                tip.height(),
                difficulty,
                interval.map(span -> difficulty.divide(BigInteger.valueOf(span.toSeconds()))),
                pool.chain().pow().first().name(),
                interval,
                pool.chain().source().seedInterval(),
                Optional.empty(),
                clock.instant());
    }
}
