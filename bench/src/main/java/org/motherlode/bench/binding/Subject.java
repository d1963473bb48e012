package org.motherlode.bench.binding;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;
import org.motherlode.randomx.Filling;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/** The one machine on which both sides hash: page placement differs between two and would be measured instead. */
public final class Subject implements AutoCloseable {
    private static final int SLICE_ITEMS = 100_000;

    private final Cache cache;
    private final Optional<Dataset> dataset;
    private final Vm vm;

    private Subject(Cache cache, Optional<Dataset> dataset, Vm vm) {
        this.cache = cache;
        this.dataset = dataset;
        this.vm = vm;
    }

    public static Subject prepare(RandomX randomX, boolean fast) {
        Cache cache = randomX.newCache();
        cache.init("motherlode".getBytes(StandardCharsets.US_ASCII));
        if (!fast) {
            return new Subject(cache, Optional.empty(), randomX.newVm(Variant.V1, cache));
        }
        Dataset dataset = randomX.newDataset();
        fill(dataset, cache);
        return new Subject(cache, Optional.of(dataset), randomX.newVm(Variant.V1, dataset));
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

    public Vm vm() {
        return vm;
    }

    public String memory() {
        return dataset.map(Dataset::hugePages).orElseGet(cache::hugePages).toString();
    }

    @Override
    public void close() {
        vm.close();
        dataset.ifPresent(Dataset::close);
        cache.close();
    }
}
