package org.motherlode.ra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

/** What a task of the house runs into ends no task, and is told. */
class HouseThreadTest {
    private final Figures figures = new Figures();
    private final Troubles troubles = new Troubles(figures, System::nanoTime);
    private final House house = new House("house", troubles.of(Fault.HOUSE));
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final AtomicInteger well = new AtomicInteger();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_task_that_breaks_down_comes_again_and_miners_are_sent_elsewhere_until_it_goes_well() {
        house.every(1, this::task);
        house.every(1, () -> {});
        Until.until(() -> figures.total(Count.HOUSE_FAULTS) > 10);
        assertThat(conditions()).containsExactly(tuple("adapter.house", true));
        broken.set(false);
        Until.until(() -> well.get() > 1);

        assertThat(conditions()).containsExactly(tuple("adapter.house", false));
    }

    @Test
    void what_one_pool_runs_into_keeps_no_other_from_its_turn() {
        AtomicInteger others = new AtomicInteger();
        house.every(1, List.of(this::task, others::incrementAndGet));
        Until.until(() -> others.get() > 10);

        assertThat(figures.total(Count.HOUSE_FAULTS)).isGreaterThan(10);
        Until.until(() -> conditions().contains(tuple("adapter.house", false)));
    }

    @Test
    void a_single_task_that_breaks_down_ends_alone() {
        house.run(this::task);
        Until.until(() -> figures.total(Count.HOUSE_FAULTS) == 1);
        broken.set(false);
        house.run(this::task);
        Until.until(() -> well.get() == 1);

        assertThat(figures.total(Count.HOUSE_FAULTS)).isEqualTo(1);
    }

    private void task() {
        if (broken.get()) {
            throw new StackOverflowError("a bug");
        }
        well.incrementAndGet();
    }

    private List<Tuple> conditions() {
        return troubles.conditions().stream()
                .map(condition -> tuple(condition.name(), condition.needed()))
                .toList();
    }
}
