package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.work.Difficulty;

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
    void a_node_that_is_away_is_needed_only_where_no_other_pool_has_work() {
        FakeChain here = new FakeChain();
        FakeChain away = new FakeChain();
        away.isAway(true);
        PoolConditions two = new PoolConditions(
                gateway, new Pools(), Map.of(new PoolName("a"), watching(away), new PoolName("b"), watching(here)));
        assertThat(two.now())
                .contains(new Condition("a.node", false, false, "the node is away"))
                .contains(new Condition("b.node", true, false, "work for height 2"));

        PoolConditions one = new PoolConditions(gateway, new Pools(), Map.of(new PoolName("a"), watching(away)));
        assertThat(one.now()).contains(new Condition("a.node", false, true, "the node is away"));
    }

    private TemplateWatcher watching(FakeChain chain) {
        TemplateTerms terms = new TemplateTerms(
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5),
                Difficulty.of(1));
        TemplateWatcher watcher = new TemplateWatcher(chain.pool(), gateway, terms, InstantSource.system());
        watcher.look();
        return watcher;
    }

    @Test
    void an_adapter_that_is_going_down_is_told_once_and_breaks_nothing() {
        gateway.goingDown = true;

        assertThat(conditions.now()).extracting(Condition::name).isEqualTo(List.of("adapter"));
    }
}
