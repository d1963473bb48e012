package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each misuse is an exception in Java; that the JVM still runs afterwards is what the next test shows. */
class MisuseTest {
    private static RandomX randomX;
    private static Cache cache;

    @BeforeAll
    static void open() {
        randomX = TestLibrary.open();
        cache = randomX.newCache();
        cache.init(TestLibrary.KEY);
    }

    @AfterAll
    static void close() {
        cache.close();
    }

    @Test
    void a_machine_on_a_cache_without_key_is_refused() {
        try (Cache empty = randomX.newCache()) {
            refused("no key", () -> randomX.newVm(Variant.V1, empty));
        }
    }

    @Test
    void a_machine_on_a_dataset_that_was_not_filled_is_refused() {
        try (Dataset empty = randomX.newDataset()) {
            refused("not filled", () -> randomX.newVm(Variant.V1, empty));
        }
    }

    @Test
    void a_closed_machine_does_not_hash() {
        Vm vm = randomX.newVm(Variant.V1, cache);
        vm.close();
        vm.close();

        refused("machine is closed", () -> TestLibrary.hash(vm, TestLibrary.INPUT));
        refused("machine is closed", () -> vm.use(cache));
    }

    @Test
    void a_machine_does_not_hash_with_a_closed_cache() {
        Cache gone = randomX.newCache();
        gone.init(TestLibrary.KEY);
        try (Vm vm = randomX.newVm(Variant.V1, gone)) {
            gone.close();
            gone.close();

            refused("cache is closed", () -> TestLibrary.hash(vm, TestLibrary.INPUT));
            refused("cache is closed", () -> gone.init(TestLibrary.KEY));
            refused("cache is closed", () -> vm.use(gone));
        }
    }

    @Test
    void a_machine_does_not_hash_with_a_cache_that_has_another_key_until_it_is_told() {
        try (Cache changing = randomX.newCache()) {
            changing.init(new byte[] {1});
            try (Vm vm = randomX.newVm(Variant.V1, changing)) {
                changing.init(TestLibrary.KEY);
                refused("made anew", () -> TestLibrary.hash(vm, TestLibrary.INPUT));

                vm.use(changing);
                assertThat(TestLibrary.hash(vm, TestLibrary.INPUT)).isEqualTo(TestLibrary.HASH);
            }
        }
    }

    @Test
    void sizes_are_checked() {
        try (Vm vm = randomX.newVm(Variant.V1, cache)) {
            refused("at most 512", () -> vm.hash(new byte[513], new byte[32]));
            refused("32 bytes", () -> vm.hash(new byte[1], new byte[31]));
            refused("at most 60", () -> cache.init(new byte[61]));
            refused("does not lie", () -> vm.mine(new byte[42], new NonceRange(39, 4, 0, 1), Target.below(1)));
            refused("not 0", () -> new NonceRange(39, 4, 0, 0));
            refused("do not fit", () -> new NonceRange(39, 4, 0xffffffffL, 2));
            refused("do not fit", () -> new NonceRange(39, 8, -1, 2));
            refused("32 bytes", () -> Target.littleEndian(new byte[31]));
        }
    }

    @Test
    void a_cache_in_use_is_neither_changed_nor_released() {
        try (Dataset dataset = randomX.newDataset();
                Filling filling = dataset.fill(cache)) {
            assertThat(cache.leases()).isEqualTo(1);
            refused("in use by 1", () -> cache.init(TestLibrary.KEY));
            refused("in use by 1", cache::close);
            refused("being changed", dataset::close);
            refused("being changed", () -> dataset.fill(cache));
            assertThat(filling.slice(64)).isTrue();
        }
        assertThat(cache.leases()).isZero();
    }

    @Test
    void what_is_closed_does_not_say_what_pages_it_lay_on() {
        Cache gone = randomX.newCache();
        Dataset empty = randomX.newDataset();
        assertThat(gone.hugePages().wholeKibibytes()).isPositive();
        assertThat(empty.hugePages().wholeKibibytes()).isPositive();
        gone.close();
        empty.close();
        empty.close();

        refused("cache is closed", gone::hugePages);
        refused("dataset is closed", empty::hugePages);
        assertThat(gone.isReady() || empty.isReady()).isFalse();
        assertThat(gone.leases() + empty.leases()).isZero();
    }

    @Test
    void nothing_is_made_from_what_is_closed() {
        Cache gone = randomX.newCache();
        gone.init(TestLibrary.KEY);
        gone.close();
        Dataset empty = randomX.newDataset();
        refused("cache is closed", () -> randomX.newVm(Variant.V1, gone));
        refused("cache is closed", () -> empty.fill(gone));
        Filling filling = empty.fill(cache);
        refused("being changed", empty::hugePages);
        filling.close();
        empty.close();

        refused("dataset is closed", () -> empty.fill(cache));
        refused("dataset is closed", () -> randomX.newVm(Variant.V1, empty));
        refused("filling is closed", () -> filling.slice(64));
        assertThat(cache.leases()).isZero();
    }

    @Test
    void a_filling_that_was_given_up_leaves_the_dataset_empty() {
        try (Dataset dataset = randomX.newDataset()) {
            Filling filling = dataset.fill(cache);
            assertThat(filling.slice(64)).isTrue();
            filling.close();

            assertThat(dataset.isReady()).isFalse();
            assertThat(filling.done()).isEqualTo(64);
            refused("filling is closed", () -> filling.slice(64));
            refused("not filled", () -> randomX.newVm(Variant.V1, dataset));
        }
    }

    private static void refused(String why, ThrowingCallable misuse) {
        assertThatThrownBy(misuse)
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
