package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;
import static org.motherlode.pow.randomx.Known.SECOND;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.pow.mining.MiningHasher;
import org.motherlode.pow.mining.MiningVm;

/** Needs 2.6 GiB and two minutes of all processors: {@code ./mvnw -Plong verify}. */
@Tag("long")
@Timeout(5_400)
class FastModeTest {
    private static final PowOptions FAST =
            new PowOptions(true, Runtime.getRuntime().availableProcessors(), "");

    @Test
    void light_mode_serves_until_the_dataset_is_there_and_again_while_it_changes() throws Exception {
        try (MiningHasher hasher = MiningHasher.open(new PowId("rx/0"), FAST);
                MiningVm vm = hasher.newVm();
                PowVm second = hasher.newSecondVm()) {
            becomesFast(hasher, vm, FIRST, SECOND);
            assertThat(second.hash(FIRST.seed(), INPUT)).isEqualTo(FIRST.expected());
            becomesFast(hasher, vm, SECOND, FIRST);

            assertThat(hasher.isFast(FIRST.seed())).isFalse();
            assertThat(vm.hash(FIRST.seed(), INPUT)).isEqualTo(FIRST.expected());
        }
    }

    private static void becomesFast(MiningHasher hasher, MiningVm vm, Known current, Known other) throws Exception {
        hasher.keep(List.of(current.seed(), other.seed()));
        Known.await("light", () -> hasher.isReady(current.seed()));
        assertThat(hasher.isFast(current.seed())).isFalse();
        assertThat(vm.hash(current.seed(), INPUT)).isEqualTo(current.expected());

        Known.await("fast", () -> hasher.isFast(current.seed()));
        assertThat(vm.hash(current.seed(), INPUT)).isEqualTo(current.expected());
        assertThat(hasher.describe()).anyMatch(line -> line.startsWith("seed " + current.seed() + ": fast"));
    }

    @Test
    void a_hasher_can_be_closed_while_it_makes_a_dataset() throws Exception {
        try (MiningHasher hasher = MiningHasher.open(new PowId("rx/0"), FAST)) {
            hasher.keep(List.of(FIRST.seed()));
            Known.await("begun", () -> hasher.describe().stream().anyMatch(line -> line.startsWith("dataset: ")));
        }
    }
}
