package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RandomXTest {
    @Test
    void huge_pages_are_asked_for_and_what_came_of_it_is_reported() {
        RandomX randomX = TestLibrary.open();
        try (Cache cache = randomX.newCache()) {
            cache.init(TestLibrary.KEY);
            HugePages pages = cache.hugePages();

            assertThat(pages.wholeKibibytes()).isEqualTo(256 * 1024);
            assertThat(pages.kibibytes()).isBetween(0L, 256L * 1024);
            assertThat(pages.toString()).contains("of 256 MiB on huge pages");
        }
    }

    @Test
    void machines_of_several_threads_share_a_cache() throws Exception {
        RandomX randomX = TestLibrary.open();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try (Cache cache = randomX.newCache()) {
            cache.init(TestLibrary.KEY);
            List<Future<String>> hashes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                hashes.add(executor.submit(() -> {
                    try (Vm vm = randomX.newVm(Variant.V1, cache)) {
                        return TestLibrary.hash(vm, TestLibrary.INPUT);
                    }
                }));
            }
            for (Future<String> hash : hashes) {
                assertThat(hash.get()).isEqualTo(TestLibrary.HASH);
            }
            assertThat(cache.leases()).isZero();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void the_description_names_library_engine_and_variants() {
        assertThat(TestLibrary.open().describe())
                .anyMatch(line -> line.startsWith("library /"))
                .anyMatch(line -> line.startsWith("engine "))
                .anyMatch(line -> line.startsWith("variants ") && line.contains("V1"));
    }
}
