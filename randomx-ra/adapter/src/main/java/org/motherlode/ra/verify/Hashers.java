package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.Seed;
import org.motherlode.pow.machine.Processors;

/** The proof-of-work functions that the open pools need, each opened once for the whole adapter. */
public final class Hashers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Hashers.class);

    private final String library;
    private final Map<String, PowHasherProvider> providers = new TreeMap<>();
    private final Map<PowId, PowHasher> open = new ConcurrentHashMap<>();

    public Hashers(VerifySettings settings, ClassLoader loader) {
        this.library = settings.library();
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
            return;
        }
        PowHasherProvider provider = providers.get(id.name());
        if (provider == null) {
            throw new IllegalStateException(
                    "there is no proof of work '" + id + "' on this server; there are " + providers.keySet());
        }
        PowHasher hasher = provider.open(new PowOptions(fast, Processors.available(), library));
        open.put(id, hasher);
        hasher.describe().forEach(line -> LOG.infof("%s: %s", id, line));
    }

    /** Throws if it was never opened. */
    PowHasher get(PowId id) {
        PowHasher hasher = open.get(id);
        if (hasher == null) {
            throw new IllegalStateException("proof of work '" + id + "' is not open");
        }
        return hasher;
    }

    /** Whether it is open and hashes of this seed come out of the full dataset now. */
    boolean isFast(PowId id, Seed seed) {
        return Optional.ofNullable(open.get(id))
                .filter(hasher -> hasher.isFast(seed))
                .isPresent();
    }

    /** False if the claim says something that cannot be, or leaves out what would show it. */
    boolean allow(Claim claim) {
        return claim.claimed().isEmpty()
                || get(claim.pow())
                        .commitment()
                        .map(commitment ->
                                commitment.holds(claim.input(), claim.claimed().get(), claim.extras()))
                        .orElse(true);
    }

    @Override
    public synchronized void close() {
        List<PowHasher> all = new ArrayList<>(open.values());
        open.clear();
        all.forEach(PowHasher::close);
    }
}
