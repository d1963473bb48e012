package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.PoolName;

class ApartTest {
    private static final Set<PoolName> POOLS =
            new TreeSet<>(Set.of(new PoolName("bug"), new PoolName("error"), new PoolName("well")));

    private final Apart apart = new Apart("a-job");
    private final List<PoolName> looked = new ArrayList<>();

    @Test
    void a_pool_that_cannot_be_looked_at_keeps_no_other_back_and_is_tried_again() {
        for (int tick = 0; tick < 2; tick++) {
            assertThat(apart.look(POOLS, this::lookAt))
                    .extracting(PoolName::text)
                    .containsExactlyInAnyOrder("bug", "error");
        }

        assertThat(looked).extracting(PoolName::text).containsExactly("bug", "error", "well", "bug", "error", "well");
    }

    private void lookAt(PoolName pool) {
        looked.add(pool);
        if (pool.text().equals("bug")) {
            throw new IllegalStateException("its terms make no sense");
        }
        if (pool.text().equals("error")) {
            throw new StackOverflowError("its terms go round in a circle");
        }
    }
}
