package org.motherlode.ra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessionTest {
    private static final int MANY = 1_000;

    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int most;
    private int open;

    @Test
    void each_is_done_once() {
        walk(done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(numbers());
    }

    /** Of ten, over ten thousand templates: no place is anybody's more often than chance has it, five deviations wide. */
    @Test
    void nobody_comes_sooner_than_others() {
        int members = 10;
        int templates = 10_000;
        double usual = (double) templates / members;
        double bound = 5 * Math.sqrt(usual * (members - 1) / members);
        int[][] places = new int[members][members];
        Random seeds = new Random(1);
        for (int template = 0; template < templates; template++) {
            done.clear();
            walk(members, seeds.nextLong(), done::add);
            for (int place = 0; place < members; place++) {
                places[done.get(place)][place]++;
            }
        }

        assertThat(Arrays.stream(places).flatMapToInt(Arrays::stream).boxed())
                .allMatch(count -> Math.abs(count - usual) < bound);
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
    void the_end_is_told_once_and_after_the_last_one() {
        for (int many : List.of(0, 1, 15, 16, 17, 32, MANY)) {
            done.clear();
            ends.clear();
            walk(many, 1, done::add);

            assertThat(ends).as("of %d", many).containsExactly(many);
        }
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
        assertThat(ends).hasSize(1);
    }

    private void walk(Consumer<Integer> what) {
        walk(MANY, 1, what);
    }

    private void walk(int many, long seed, Consumer<Integer> what) {
        new Procession<>(numbers(many), seed, (number, task) -> loop.add(task), what, () -> ends.add(done.size()))
                .proceed();
        while (!loop.isEmpty()) {
            try {
                loop.remove().run();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("a bug");
            }
        }
    }

    private static List<Integer> numbers() {
        return numbers(MANY);
    }

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }
}
