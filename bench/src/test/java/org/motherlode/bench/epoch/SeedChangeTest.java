package org.motherlode.bench.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.pow.Seed;

class SeedChangeTest {
    private static final Seed NEW = Seed.ofHex("ab".repeat(32));
    private static final String ANSWER = "{\"next_seed_hash\": \"\", \"seed_hash\": \"00ff\", \"height\": 7}";

    @Test
    void a_seed_is_announced_before_it_comes() {
        assertThat(SeedChange.announcing(NEW).apply(ANSWER))
                .isEqualTo(ANSWER.replace("\"next_seed_hash\": \"", "\"next_seed_hash\": \"" + NEW.hex()));
    }

    @Test
    void then_it_is_the_seed_and_none_is_announced() {
        String announced = SeedChange.announcing(NEW).apply(ANSWER);

        assertThat(SeedChange.to(NEW).apply(announced)).isEqualTo(ANSWER.replace("00ff", NEW.hex()));
    }
}
