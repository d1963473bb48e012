package org.motherlode.ra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessionTest {
    private static final int MANY = 1_000;

    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private int most;
    private int open;

    @Test
    void each_is_done_once_and_in_order() {
        walk(done::add);

        assertThat(done).isEqualTo(numbers());
    }

    @Test
    void what_one_leaves_to_be_done_does_not_wait_for_the_last() {
        walk(number -> {
            open++;
            most = Math.max(most, open);
            loop.add(() -> open--);
        });

        assertThat(open).isZero();
        assertThat(most).isLessThanOrEqualTo(32);
    }

    @Test
    void one_that_fails_keeps_nobody_else_back() {
        walk(number -> {
            if (number % 3 == 0) {
                throw new IllegalStateException("a bug");
            }
            done.add(number);
        });

        assertThat(done).hasSize(MANY - MANY / 3 - 1);
    }

    private void walk(Consumer<Integer> what) {
        new Procession<>(numbers(), (number, task) -> loop.add(task), what).proceed();
        while (!loop.isEmpty()) {
            try {
                loop.remove().run();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("a bug");
            }
        }
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, MANY).boxed().toList();
    }
}
