package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void asking_often_queues_one_round() {
        Rounds rounds = new Rounds(queue::add, runs::incrementAndGet);
        rounds.request();
        rounds.request();
        rounds.request();

        runAll();
        assertThat(runs).hasValue(1);
    }

    @Test
    void asked_for_during_a_round_one_more_follows() {
        Deque<Rounds> self = new ArrayDeque<>();
        Rounds rounds = new Rounds(queue::add, () -> {
            if (runs.incrementAndGet() == 1) {
                self.element().request();
                self.element().request();
            }
        });
        self.add(rounds);
        rounds.request();

        runAll();
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_round_that_fails_does_not_stop_later_ones() {
        Rounds rounds = new Rounds(queue::add, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
        });
        rounds.request();
        assertThatThrownBy(this::runAll).hasMessage("first");
        rounds.request();

        runAll();
        assertThat(runs).hasValue(2);
    }

    private void runAll() {
        while (!queue.isEmpty()) {
            Objects.requireNonNull(queue.poll()).run();
        }
    }
}
