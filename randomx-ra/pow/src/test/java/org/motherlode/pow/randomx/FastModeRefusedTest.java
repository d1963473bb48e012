package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;

import java.io.IOException;
import java.nio.file.Files;
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
        availableKibibytes(2_000_000);
        RandomXHasher hasher = new RandomXHasher(
                Algorithm.RX_0, Libraries.at(""), new PowOptions(true, 1, ""), MemoryBudget.below(machine));
        try (hasher;
                PowVm vm = hasher.newVm()) {
            hasher.keep(List.of(FIRST.seed()));
            Known.await("told", () -> hasher.describe().stream().anyMatch(line -> line.contains("MemAvailable")));

            assertThat(hasher.describe())
                    .anyMatch(
                            line -> line.startsWith("fast mode is off, light mode serves: fast mode needs 2335 MiB, but"
                                    + " only 1953 MiB are available"));
            assertThat(vm.hash(FIRST.seed(), INPUT)).isEqualTo(FIRST.expected());
            assertThat(hasher.isFast(FIRST.seed())).isFalse();
        }
    }

    private void availableKibibytes(int kibibytes) throws IOException {
        Files.createDirectories(machine.resolve("proc"));
        Files.writeString(machine.resolve("proc/meminfo"), "MemAvailable: " + kibibytes + " kB\n");
    }
}
