package org.motherlode.pow.randomx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.pow.Seed;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.Memory;

/** What can be hashed with at this moment. Readers see one volatile snapshot and never wait for a writer. */
final class Epochs {
    private volatile Wishes wishes = Wishes.NONE;
    private volatile Map<Seed, Epoch<Cache>> light = Map.of();
    private volatile Map<Seed, Epoch<Dataset>> fast = Map.of();

    Wishes wishes() {
        return wishes;
    }

    synchronized void want(List<Seed> seeds) {
        wishes = wishes.followedBy(seeds);
    }

    Map<Seed, Epoch<Cache>> light() {
        return light;
    }

    Map<Seed, Epoch<Dataset>> fast() {
        return fast;
    }

    /** Whether hashes of this seed come out of a dataset now. */
    boolean isFast(Seed seed) {
        return fast.containsKey(seed);
    }

    /** A leased epoch of this seed; empty if it is not resident. */
    Optional<Epoch<Cache>> leaseLight(Seed seed) {
        return lease(light, seed);
    }

    /** The same of one with a dataset. */
    Optional<Epoch<Dataset>> leaseFast(Seed seed) {
        return lease(fast, seed);
    }

    private static <M extends Memory> Optional<Epoch<M>> lease(Map<Seed, Epoch<M>> epochs, Seed seed) {
        return Optional.ofNullable(epochs.get(seed)).filter(Epoch::acquire);
    }

    synchronized void publish(Epoch<Cache> epoch) {
        light = with(light, epoch);
    }

    synchronized void publishFast(Epoch<Dataset> epoch) {
        fast = with(fast, epoch);
    }

    private static <M extends Memory> Map<Seed, Epoch<M>> with(Map<Seed, Epoch<M>> epochs, Epoch<M> epoch) {
        Map<Seed, Epoch<M>> next = new HashMap<>(epochs);
        next.put(epoch.seed(), epoch);
        return Map.copyOf(next);
    }

    synchronized void withdraw(Epoch<Cache> epoch) {
        light = without(light, epoch);
        epoch.retire();
    }

    synchronized void withdrawFast(Epoch<Dataset> epoch) {
        fast = without(fast, epoch);
        epoch.retire();
    }

    private static <M extends Memory> Map<Seed, Epoch<M>> without(Map<Seed, Epoch<M>> epochs, Epoch<M> epoch) {
        Map<Seed, Epoch<M>> next = new HashMap<>(epochs);
        next.remove(epoch.seed());
        return Map.copyOf(next);
    }
}
