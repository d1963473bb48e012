package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;

/** {@code rx/2} with a dataset that passed its trial by the same function. Needs 2.6 GiB and two minutes of all processors. */
@Tag("long")
@Timeout(3_600)
class SecondAlgorithmFastTest {
    @Test
    void a_dataset_that_its_own_function_was_tried_with_gives_the_official_hash() throws Exception {
        PowOptions fast = new PowOptions(true, Runtime.getRuntime().availableProcessors(), SecondAlgorithmTest.named());
        try (PowHasher hasher = new RandomXV2Provider().open(fast);
                PowVm vm = hasher.newVm()) {
            hasher.keep(List.of(Known.SECOND.seed()));
            Known.await("fast", () -> hasher.isFast(Known.SECOND.seed()));

            assertThat(vm.hash(Known.SECOND.seed(), Known.INPUT)).isEqualTo(SecondAlgorithmTest.COMMITMENT);
            assertThat(vm.wasFast()).isTrue();
        }
    }
}
