package org.motherlode.pow.randomx;

import java.util.Optional;
import org.motherlode.model.pow.Seed;
import org.motherlode.randomx.Cache;

/** One round: retires epochs that nobody wants any more and makes a cache for each wanted seed that has none. */
final class LightBuilding {
    private final Epochs epochs;
    private final CacheStock stock;
    private final Trouble trouble;

    /** Called when a cache has come back, so that a round that found none can be tried again. */
    private final Runnable onFree;

    LightBuilding(Epochs epochs, CacheStock stock, Trouble trouble, Runnable onFree) {
        this.epochs = epochs;
        this.stock = stock;
        this.trouble = trouble;
        this.onFree = onFree;
    }

    void round() {
        epochs.light().values().stream()
                .filter(epoch -> !epochs.wishes().has(epoch.seed()))
                .forEach(epochs::withdraw);
        for (Seed seed : epochs.wishes().seeds()) {
            if (!epochs.light().containsKey(seed) && !build(seed)) {
                return;
            }
        }
        trouble.over(Trouble.Matter.SEEDS);
    }

    /** False if no cache was to be had; the next call of keep, which comes now and then, or a cache that comes back tries again. */
    private boolean build(Seed seed) {
        try {
            Optional<Cache> cache = stock.take();
            cache.ifPresent(taken -> init(seed, taken));
            return cache.isPresent();
        } catch (IllegalStateException e) {
            trouble.say(Trouble.Matter.SEEDS, "seed " + seed + " cannot be made ready: " + e.getMessage());
            return false;
        }
    }

    private void init(Seed seed, Cache cache) {
        cache.init(seed.octets().toBytes());
        epochs.publish(new Epoch<>(seed, cache, this::comeBack));
    }

    private void comeBack(Cache cache) {
        stock.giveBack(cache);
        onFree.run();
    }
}
