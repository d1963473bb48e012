package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.PoolName;

class ApartTest {
    private final Apart apart = new Apart("a-job");
    private final List<PoolName> looked = new ArrayList<>();

    @Test
    void a_pool_that_cannot_be_looked_at_keeps_no_other_back_and_is_tried_again() {
        for (int tick = 0; tick < 2; tick++) {
            for (PoolName pool : List.of(new PoolName("broken"), new PoolName("well"))) {
                apart.look(pool, () -> lookAt(pool));
            }
        }

        assertThat(looked).extracting(PoolName::text).containsExactly("broken", "well", "broken", "well");
    }

    private void lookAt(PoolName pool) {
        looked.add(pool);
        if (pool.text().equals("broken")) {
            throw new IllegalStateException("its terms make no sense");
        }
    }
}
