package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.pow.machine.Processors;

/**
 * The proof-of-work functions that the open pools need, each opened once for the whole adapter, and released with all its memory
 * when no work needs it any more.
 */
public final class Hashers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Hashers.class);

    private final VerifySettings settings;
    private final Map<String, PowHasherProvider> providers = new TreeMap<>();
    private final Map<PowId, PowHasher> open = new ConcurrentHashMap<>();
    private final Set<PowId> inFastMode = new HashSet<>();
    private final Queue<PowHasher> released = new ConcurrentLinkedQueue<>();

    public Hashers(VerifySettings settings, ClassLoader loader) {
        this.settings = settings;
        for (PowHasherProvider provider : ServiceLoader.load(PowHasherProvider.class, loader)) {
            providers.put(provider.id().name(), provider);
        }
    }

    /**
     * Opens the function if it is not open yet; takes a second or more.
     *
     * @throws IllegalStateException a sentence for the operator if this server cannot compute it
     */
    public synchronized void open(PowId id, boolean fast) {
        if (open.containsKey(id)) {
            if (fast && !inFastMode.contains(id)) {
                LOG.warnf(
                        "%s: fast mode is off, because a pool that does not ask for it was opened first; give fast = true to"
                                + " all pools of this proof of work",
                        id);
            }
            return;
        }
        PowHasherProvider provider = providers.get(id.name());
        if (provider == null) {
            throw new IllegalStateException(
                    "there is no proof of work '" + id + "' on this server; there are " + providers.keySet());
        }
        PowHasher hasher = provider.open(new PowOptions(
                fast, Processors.available(), settings.library(), settings.datasets(), settings.datasetThreads()));
        if (fast) {
            inFastMode.add(id);
        } else {
            inFastMode.remove(id);
        }
        open.put(id, hasher);
        hasher.describe().forEach(line -> LOG.infof("%s: %s", id, line));
    }

    public boolean isOpen(PowId id) {
        return open.containsKey(id);
    }

    /** Empty while it is not open: not opened yet, or released. */
    Optional<PowHasher> find(PowId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Nobody will be given it any more, and {@link #closeReleased} gives its memory back. Never waits. */
    void release(PowId id) {
        Optional.ofNullable(open.remove(id)).ifPresent(released::add);
    }

    /** Takes as long as the hashes that are under way, and what is being built. */
    void closeReleased() {
        List<PowHasher> gone = new ArrayList<>();
        for (PowHasher hasher = released.poll(); hasher != null; hasher = released.poll()) {
            LOG.infof("%s: no work asks for it any more, its memory is given back", hasher.id());
            gone.add(hasher);
        }
        closeEach(gone);
    }

    /** As {@link PowHasher#forgeryBound}. */
    Difficulty forgeryBound(PowId id) {
        return find(id).map(PowHasher::forgeryBound).orElse(Difficulty.of(1));
    }

    /** Whether it is open and hashes of this seed come out of a full dataset now. */
    boolean isFast(PowId id, Seed seed) {
        return find(id).filter(hasher -> hasher.isFast(seed)).isPresent();
    }

    /**
     * False if the claim says something that cannot be, or leaves out what would show it. Where its function is gone there is
     * nothing to tell it by, and no hash either.
     */
    boolean allow(Claim claim) {
        return claim.claimed().isEmpty()
                || find(claim.pow())
                        .flatMap(PowHasher::commitment)
                        .map(commitment ->
                                commitment.holds(claim.input(), claim.claimed().get(), claim.extras()))
                        .orElse(true);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(released::add);
        open.clear();
        closeReleased();
    }

    /** One that cannot be closed keeps no other's memory. */
    private static void closeEach(List<PowHasher> hashers) {
        Optional<RuntimeException> first = Optional.empty();
        for (PowHasher hasher : hashers) {
            try {
                hasher.close();
            } catch (RuntimeException e) {
                first.ifPresent(before -> before.addSuppressed(e));
                first = first.or(() -> Optional.of(e));
            }
        }
        if (first.isPresent()) {
            throw first.get();
        }
    }
}
