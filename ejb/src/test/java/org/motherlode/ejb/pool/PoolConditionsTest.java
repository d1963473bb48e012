package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;

class PoolConditionsTest {
    private static final Condition BROKEN = new Condition("adapter.hashing", false, true, "no hash can be computed");

    private final FakeGateway gateway = new FakeGateway();
    private final PoolConditions conditions = new PoolConditions(gateway, new Pools(), Map.of());

    @Test
    void what_the_adapter_says_is_wrong_is_told_as_it_says_it() {
        gateway.conditions.add(BROKEN);

        assertThat(conditions.now()).contains(BROKEN);
    }

    @Test
    void an_adapter_that_is_going_down_is_told_once_and_breaks_nothing() {
        gateway.goingDown = true;

        assertThat(conditions.now()).extracting(Condition::name).isEqualTo(List.of("adapter"));
    }
}
