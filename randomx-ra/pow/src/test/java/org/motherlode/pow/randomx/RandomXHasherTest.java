package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;
import static org.motherlode.pow.randomx.Known.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;

class RandomXHasherTest {
    private static final PowOptions LIGHT = new PowOptions(false, 1, "");
    private PowHasher hasher;

    @BeforeEach
    void open() {
        hasher = ServiceLoader.load(PowHasherProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().name().equals("rx/0"))
                .findFirst()
                .orElseThrow()
                .open(LIGHT);
    }

    @AfterEach
    void close() {
        hasher.close();
    }

    @Test
    void a_seed_that_was_never_kept_is_not_ready() {
        try (PowVm vm = hasher.newVm()) {
            assertThat(hasher.isReady(FIRST.seed())).isFalse();
            assertThatThrownBy(() -> vm.hash(FIRST.seed(), INPUT)).isInstanceOf(SeedNotReadyException.class);
        }
    }

    @Test
    void one_machine_hashes_under_each_kept_seed() throws Exception {
        keep(FIRST.seed(), SECOND.seed());
        try (PowVm vm = hasher.newVm()) {
            for (Known known : List.of(FIRST, SECOND, FIRST)) {
                assertThat(vm.hash(known.seed(), INPUT)).isEqualTo(known.expected());
            }
        }
    }

    @Test
    void a_seed_that_is_no_longer_kept_is_let_go_of() throws Exception {
        keep(FIRST.seed());
        try (PowVm vm = hasher.newVm()) {
            assertThat(vm.hash(FIRST.seed(), INPUT)).isEqualTo(FIRST.expected());
            keep(SECOND.seed());
            Known.await("retired", () -> !hasher.isReady(FIRST.seed()));

            assertThatThrownBy(() -> vm.hash(FIRST.seed(), INPUT)).isInstanceOf(SeedNotReadyException.class);
            assertThat(vm.hash(SECOND.seed(), INPUT)).isEqualTo(SECOND.expected());
        }
    }

    @Test
    void every_hash_is_right_while_seeds_change_below_the_threads() throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                counts.add(threads.submit(() -> hashWhile(goOn)));
            }
            for (int turn = 0; turn < 4; turn++) {
                keep(FIRST.seed(), Known.seed("next of " + turn));
                keep(SECOND.seed(), Known.seed("previous of " + turn), Known.seed("next of " + turn));
            }
            goOn.set(false);
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void more_than_three_seeds_are_refused() {
        List<Seed> four = List.of(Known.seed("a"), Known.seed("b"), Known.seed("c"), Known.seed("d"));

        assertThatThrownBy(() -> hasher.keep(four)).hasMessageContaining("at most 3");
    }

    @Test
    void after_closing_nothing_is_ready_and_closing_again_is_harmless() throws Exception {
        keep(FIRST.seed());
        try (PowVm vm = hasher.newVm()) {
            hasher.close();
            hasher.close();

            assertThatThrownBy(() -> vm.hash(FIRST.seed(), INPUT)).isInstanceOf(SeedNotReadyException.class);
            assertThat(hasher.describe()).noneMatch(line -> line.startsWith("seed "));
        }
    }

    @Test
    void the_description_names_the_library_and_each_seed() throws Exception {
        keep(FIRST.seed());

        assertThat(hasher.describe())
                .anyMatch(line -> line.startsWith("library "))
                .anyMatch(line -> line.startsWith("seed " + FIRST.seed() + ": light") && line.contains("huge pages"));
    }

    @Test
    void a_library_that_is_missing_is_named_but_the_system_s_is_used() {
        try (PowHasher other = new RandomXV1Provider().open(new PowOptions(false, 1, "/nowhere/librandomx.so"))) {
            assertThat(other.describe()).anyMatch(line -> line.startsWith("not used: /nowhere/librandomx.so"));
        }
    }

    /** Hashes under whichever seed is ready; a wrong hash ends it at once. */
    private int hashWhile(AtomicBoolean goOn) throws SeedNotReadyException {
        int count = 0;
        try (PowVm vm = hasher.newVm()) {
            while (goOn.get()) {
                count += hashOnce(vm, FIRST) + hashOnce(vm, SECOND);
            }
        }
        return count;
    }

    private static int hashOnce(PowVm vm, Known known) {
        try {
            assertThat(vm.hash(known.seed(), INPUT)).isEqualTo(known.expected());
            return 1;
        } catch (SeedNotReadyException betweenTwoSeeds) {
            return 0;
        }
    }

    private void keep(Seed... seeds) throws Exception {
        hasher.keep(List.of(seeds));
        for (Seed seed : seeds) {
            Known.await(seed + " is ready", () -> hasher.isReady(seed));
        }
    }
}
