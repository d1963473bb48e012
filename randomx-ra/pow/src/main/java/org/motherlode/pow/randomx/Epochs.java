package org.motherlode.pow.randomx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.pow.Seed;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;

/** What can be hashed with at this moment. Readers see one volatile snapshot and never wait for a writer. */
final class Epochs {
    /** Previous, current and next. */
    static final int MOST = 3;

    private volatile List<Seed> wanted = List.of();
    private volatile Map<Seed, Epoch<Cache>> light = Map.of();
    private volatile Optional<Epoch<Dataset>> fast = Optional.empty();

    /** The seeds to keep, the most important one first. */
    List<Seed> wanted() {
        return wanted;
    }

    void want(List<Seed> seeds) {
        List<Seed> distinct = seeds.stream().distinct().toList();
        if (distinct.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " seeds can be kept, not " + distinct.size());
        }
        wanted = distinct;
    }

    boolean isWanted(Seed seed) {
        return wanted.contains(seed);
    }

    Optional<Seed> current() {
        return wanted.stream().findFirst();
    }

    Map<Seed, Epoch<Cache>> light() {
        return light;
    }

    Optional<Epoch<Dataset>> fast() {
        return fast;
    }

    /** Whether hashes of this seed come out of the dataset now. */
    boolean isFast(Seed seed) {
        return fast.filter(epoch -> epoch.seed().equals(seed)).isPresent();
    }

    /** A leased epoch of this seed; empty if it is not resident. */
    Optional<Epoch<Cache>> leaseLight(Seed seed) {
        Epoch<Cache> epoch = light.get(seed);
        return epoch != null && epoch.acquire() ? Optional.of(epoch) : Optional.empty();
    }

    Optional<Epoch<Dataset>> leaseFast(Seed seed) {
        return fast.filter(epoch -> epoch.seed().equals(seed) && epoch.acquire());
    }

    synchronized void publish(Epoch<Cache> epoch) {
        Map<Seed, Epoch<Cache>> next = new HashMap<>(light);
        next.put(epoch.seed(), epoch);
        light = Map.copyOf(next);
    }

    synchronized void withdraw(Epoch<Cache> epoch) {
        Map<Seed, Epoch<Cache>> next = new HashMap<>(light);
        next.remove(epoch.seed());
        light = Map.copyOf(next);
        epoch.retire();
    }

    synchronized void publishFast(Epoch<Dataset> epoch) {
        fast = Optional.of(epoch);
    }

    synchronized void withdrawFast() {
        Optional<Epoch<Dataset>> former = fast;
        fast = Optional.empty();
        former.ifPresent(Epoch::retire);
    }
}
