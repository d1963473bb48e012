package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The C side checks by itself what the Java side should never let through. */
class BridgeTest {
    private static final byte[] OUT = new byte[32];
    private static long library;
    private static long cache;
    private static long vm;

    @BeforeAll
    static void open() {
        library = LibraryFile.open(TestLibrary.open().library()).handle();
        cache = Bridge.newCache(library, 0);
        Bridge.initCache(cache, TestLibrary.KEY);
        vm = Bridge.newVm(library, 0, cache);
    }

    @AfterAll
    static void close() {
        Bridge.freeVm(vm);
        Bridge.freeCache(cache);
    }

    @Test
    void no_handle_and_a_handle_of_another_kind_are_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Bridge.flags(0))
                .withMessageContaining("not an open library");
        assertThatIllegalStateException().isThrownBy(() -> Bridge.flags(cache));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.hash(0, OUT, OUT));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.hash(cache, OUT, OUT));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.initCache(vm, OUT));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.newVm(library, 0, vm));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.newVm(library, Flags.FULL_MEM, cache));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.useMemory(vm, library));
        assertThatIllegalStateException().isThrownBy(() -> Bridge.freeDataset(cache));
    }

    @Test
    void arrays_that_are_too_long_or_too_short_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bridge.hash(vm, new byte[513], OUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Bridge.hash(vm, OUT, new byte[33]));
        assertThatIllegalArgumentException().isThrownBy(() -> Bridge.hashSeries(vm, OUT, 0, OUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Bridge.hashSeries(vm, new byte[0], 1, OUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Bridge.initCache(cache, new byte[61]));
    }

    @Test
    void a_plan_that_does_not_fit_is_refused() {
        refused("five numbers", 39, 4, 0, 1);
        refused("1 to 8 bytes", 39, 9, 0, 1, 0);
        refused("does not lie", 73, 4, 0, 1, 0);
        refused("does not lie", -1, 4, 0, 1, 0);
        refused("1 to 65536", 39, 4, 0, 65_537, 0);
        refused("do not fit", 39, 1, 255, 2, 0);
        refused("do not fit", 39, 8, -1, 2, 0);
        refused("order", 39, 4, 0, 1, 3);
        refused("wrong length", 39, 4, 0, 1, 1);
    }

    @Test
    void items_outside_a_dataset_are_refused() {
        long dataset = Bridge.newDataset(library, 0);
        long items = Bridge.datasetItems(library);

        for (long[] range : new long[][] {{-1, 1}, {0, 0}, {items, 1}, {items - 1, 2}, {1, Long.MAX_VALUE}, {1}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Bridge.initItems(dataset, cache, range));
        }
        Bridge.freeDataset(dataset);
    }

    @Test
    void a_missing_library_is_a_sentence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Bridge.openLibrary("/nowhere/librandomx.so"))
                .withMessageContaining("/nowhere/librandomx.so");
    }

    private static void refused(String why, long... plan) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bridge.mine(vm, new byte[76], plan, new byte[8]))
                .withMessageContaining(why);
    }
}
