package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.Setback;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** What the condition {@code <pool>.settlement} says. */
class FailingBlockTest {
    private static final PoolName POOL = new PoolName("one");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void it_names_height_time_and_reason() {
        Condition condition = FailingBlock.condition(POOL, List.of(block(7)));

        assertThat(condition)
                .isEqualTo(new Condition(
                        "one.settlement",
                        false,
                        false,
                        "block 7 at height 107 fails to be settled (ALLOT) since 2026-03-01T12:00:00Z,"
                                + " 2 times in a row: the table is gone"));
    }

    @Test
    void it_is_up_where_nothing_fails() {
        assertThat(FailingBlock.condition(POOL, List.of()).up()).isTrue();
    }

    @Test
    void many_blocks_are_counted_rather_than_told() {
        List<FailingBlock> blocks =
                LongStream.range(0, 500).mapToObj(FailingBlockTest::block).toList();

        assertThat(FailingBlock.condition(POOL, blocks).words())
                .contains("block 2 at")
                .doesNotContain("block 3 at")
                .endsWith("; and 497 more");
    }

    private static FailingBlock block(long number) {
        SettlementTask task = new SettlementTask(POOL, number, Stage.ALLOT);
        return new FailingBlock(100 + number, new Setback(task, 2, NOON, "the table is gone"));
    }
}
