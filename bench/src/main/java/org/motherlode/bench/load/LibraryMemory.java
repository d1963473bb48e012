package org.motherlode.bench.load;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.Filling;
import org.motherlode.randomx.Memory;
import org.motherlode.randomx.RandomX;

/** What machines of the library hash with in this process: a cache, and in fast mode a dataset made from it. */
public final class LibraryMemory implements AutoCloseable {
    private static final int SLICE_ITEMS = 100_000;

    private final Cache cache;
    private final Optional<Dataset> dataset;

    private LibraryMemory(Cache cache, Optional<Dataset> dataset) {
        this.cache = cache;
        this.dataset = dataset;
    }

    /** In fast mode it takes 2080 MiB and a minute of all processors. */
    public static LibraryMemory of(RandomX randomX, byte[] key, boolean fast) {
        Cache cache = randomX.newCache();
        cache.init(key);
        if (!fast) {
            return new LibraryMemory(cache, Optional.empty());
        }
        Dataset dataset = randomX.newDataset();
        fill(dataset, cache);
        return new LibraryMemory(cache, Optional.of(dataset));
    }

    private static void fill(Dataset dataset, Cache cache) {
        try (Filling filling = dataset.fill(cache)) {
            Runnable work = () -> {
                boolean more = true;
                while (more) {
                    more = filling.slice(SLICE_ITEMS);
                }
            };
            int threads = Runtime.getRuntime().availableProcessors();
            List<CompletableFuture<Void>> all = Collections.nCopies(threads, work).stream()
                    .map(CompletableFuture::runAsync)
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    public Memory memory() {
        return dataset.isPresent() ? dataset.get() : cache;
    }

    /** How many of its pages are huge. */
    public String pages() {
        return memory().hugePages().toString();
    }

    /** After all machines. */
    @Override
    public void close() {
        dataset.ifPresent(Dataset::close);
        cache.close();
    }
}
