package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.pow.machine.MemoryBudget;

class FastModeRefusedTest {
    @TempDir
    Path machine;

    @Test
    void without_memory_for_a_dataset_light_mode_serves_and_the_reason_is_told() throws Exception {
        FakeMachine.available(machine, 1_953);
        RandomXHasher hasher = new RandomXHasher(
                Algorithm.RX_0, Libraries.at(""), new PowOptions(true, 1, ""), MemoryBudget.below(machine));
        try (hasher;
                PowVm vm = hasher.newVm()) {
            hasher.keep(List.of(FIRST.seed()));
            Known.await("told", () -> hasher.describe().stream().anyMatch(line -> line.contains("MemAvailable")));

            assertThat(hasher.describe())
                    .anyMatch(
                            line -> line.startsWith("fast mode is off, light mode serves: fast mode needs 3103 MiB, but"
                                    + " only 1953 MiB are available"));
            assertThat(vm.hash(FIRST.seed(), INPUT)).isEqualTo(FIRST.expected());
            assertThat(hasher.isFast(FIRST.seed())).isFalse();
        }
    }

    @Test
    void that_two_datasets_would_have_no_room_is_told_before_the_first_is_made() throws Exception {
        FakeMachine.available(machine, 5_000);
        try (RandomXHasher hasher = new RandomXHasher(
                Algorithm.RX_0, Libraries.at(""), new PowOptions(true, 1, "", 2, 1), MemoryBudget.below(machine))) {
            assertThat(hasher.describe())
                    .contains("datasets: 0 of at most 2 made, 2080 MiB each, beside a cache of 256 MiB for each seed")
                    .contains("only one dataset is kept, light mode serves while it is made after a change of the seed:"
                            + " a second dataset beside the first needs 5695 MiB, but only 5000 MiB are available"
                            + " (MemAvailable)");
        }
    }
}
