package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;
import static org.motherlode.pow.randomx.Known.SECOND;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.pow.machine.MemoryBudget;

/** Needs 5.2 GiB and some minutes of all processors: {@code ./mvnw -Plong verify}. */
@Tag("long")
@Timeout(7_200)
class SecondDatasetTest {
    private static final Seed THIRD = Known.seed("test key of a third seed");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final PowOptions TWO = new PowOptions(true, THREADS, "", 2, THREADS);

    @TempDir
    Path machine;

    @Test
    void the_next_seed_is_fast_before_it_is_the_current_one_and_the_former_until_another_needs_its_memory()
            throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RandomXHasher hasher = hasher(100_000);
                PowVm vm = hasher.newVm()) {
            hasher.keep(List.of(FIRST.seed(), SECOND.seed()));
            Known.await("fast", () -> hasher.isFast(FIRST.seed()));
            Known.await("the next one too", () -> hasher.isFast(SECOND.seed()));
            Future<Integer> beside = thread.submit(() -> hashWhile(goOn, hasher));

            hasher.keep(List.of(SECOND.seed(), FIRST.seed()));
            isRight(vm, SECOND, true);
            isRight(vm, FIRST, true);

            hasher.keep(List.of(SECOND.seed(), THIRD, FIRST.seed()));
            Known.await("the third fast", () -> hasher.isFast(THIRD));
            assertThat(hasher.isFast(FIRST.seed())).isFalse();
            isRight(vm, SECOND, true);
            isRight(vm, FIRST, false);
            goOn.set(false);
            assertThat(beside.get()).isPositive();
            assertThat(hasher.describe()).anyMatch(line -> line.startsWith("datasets: 2 of at most 2 made"));
        } finally {
            goOn.set(false);
            thread.shutdown();
        }
    }

    @Test
    void without_room_for_a_second_dataset_the_first_serves_and_changes_with_the_seed() throws Exception {
        try (RandomXHasher hasher = hasher(3_000);
                PowVm vm = hasher.newVm()) {
            hasher.keep(List.of(FIRST.seed(), SECOND.seed()));
            Known.await("fast", () -> hasher.isFast(FIRST.seed()));
            Known.await("told", () -> hasher.describe().stream()
                    .anyMatch(line -> line.contains("a second dataset needs 3103 MiB")));
            isRight(vm, FIRST, true);
            isRight(vm, SECOND, false);

            hasher.keep(List.of(SECOND.seed(), FIRST.seed()));
            Known.await("the other fast", () -> hasher.isFast(SECOND.seed()));
            isRight(vm, SECOND, true);
            isRight(vm, FIRST, false);
            assertThat(hasher.describe())
                    .anyMatch(line -> line.startsWith("datasets: 1 of at most 2 made"))
                    .noneMatch(line -> line.contains("fast mode is off"));
        }
    }

    private RandomXHasher hasher(int mebibytes) throws Exception {
        FakeMachine.available(machine, mebibytes);
        return new RandomXHasher(Algorithm.RX_0, Libraries.at(""), TWO, MemoryBudget.below(machine));
    }

    private static void isRight(PowVm vm, Known known, boolean fast) throws Exception {
        assertThat(vm.hash(known.seed(), INPUT)).isEqualTo(known.expected());
        assertThat(vm.wasFast()).isEqualTo(fast);
    }

    /** Under both seeds in turn, while memory is taken away from one of them; a wrong hash ends it at once. */
    private static int hashWhile(AtomicBoolean goOn, RandomXHasher hasher) throws Exception {
        int count = 0;
        try (PowVm vm = hasher.newVm()) {
            while (goOn.get()) {
                for (Known known : List.of(FIRST, SECOND)) {
                    assertThat(vm.hash(known.seed(), INPUT)).isEqualTo(known.expected());
                    count++;
                }
            }
        }
        return count;
    }
}
