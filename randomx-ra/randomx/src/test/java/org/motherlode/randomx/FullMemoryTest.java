package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Needs 2.4 GiB and a minute of all processors: {@code ./mvnw -Plong verify}. */
@Tag("long")
@Timeout(3_600)
class FullMemoryTest {
    private static final int SLICE = 100_000;
    /** 34 078 719 items of 64 bytes, as RandomX's specification has them. */
    private static final long KIBIBYTES = 34_078_719L * 64 / 1024;

    @Test
    void the_official_vectors_come_out_of_a_dataset() throws Exception {
        check(TestLibrary.open(), Variant.V1);
    }

    @Test
    void those_of_the_second_variant_come_out_of_a_dataset() throws Exception {
        check(SecondLibrary.open(Engine.JIT), Variant.V2);
    }

    private static void check(RandomX randomX, Variant variant) throws Exception {
        List<Vector> official =
                Vector.of(variant).stream().filter(Vector::official).toList();
        try (Cache cache = randomX.newCache();
                Dataset dataset = randomX.newDataset()) {
            for (String key : official.stream().map(Vector::keyHex).distinct().toList()) {
                List<Vector> ofKey = official.stream()
                        .filter(vector -> vector.keyHex().equals(key))
                        .toList();
                cache.init(ofKey.get(0).key());
                fill(dataset, cache);
                ofKey.forEach(vector -> check(randomX, dataset, vector));
            }
            assertThat(dataset.hugePages().wholeKibibytes()).isEqualTo(KIBIBYTES);
        }
    }

    private static void check(RandomX randomX, Dataset dataset, Vector vector) {
        try (Vm vm = randomX.newVm(vector.variant(), dataset)) {
            assertThat(TestLibrary.hash(vm, vector.input())).as("%s", vector).isEqualTo(vector.hash());
        }
    }

    private static void fill(Dataset dataset, Cache cache) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (Filling filling = dataset.fill(cache)) {
            Callable<Void> worker = () -> {
                while (filling.slice(SLICE)) {
                    assertThat(dataset.isReady()).isFalse();
                }
                return null;
            };
            for (Future<Void> done : executor.invokeAll(java.util.Collections.nCopies(threads, worker))) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(dataset.isReady()).isTrue();
    }
}
