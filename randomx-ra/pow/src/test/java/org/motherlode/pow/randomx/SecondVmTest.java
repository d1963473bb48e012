package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.pow.randomx.Known.FIRST;
import static org.motherlode.pow.randomx.Known.INPUT;
import static org.motherlode.pow.randomx.Known.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.SeedNotReadyException;

class SecondVmTest {
    @Test
    void the_other_way_comes_to_the_same_hash_under_each_seed() throws Exception {
        try (PowHasher hasher = new RandomXV1Provider().open(new PowOptions(false, 1, ""));
                PowVm second = hasher.newSecondVm()) {
            assertThatThrownBy(() -> second.hash(FIRST.seed(), INPUT)).isInstanceOf(SeedNotReadyException.class);
            hasher.keep(List.of(FIRST.seed(), SECOND.seed()));
            Known.await("ready", () -> hasher.isReady(FIRST.seed()) && hasher.isReady(SECOND.seed()));

            for (Known known : List.of(FIRST, SECOND, FIRST)) {
                assertThat(second.hash(known.seed(), INPUT)).isEqualTo(known.expected());
            }
        }
    }
}
