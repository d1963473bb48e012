package org.motherlode.ra.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.health.Condition;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

class ReservedTimeTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration AHEAD = Duration.ofSeconds(10);

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private Instant now = NOON;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("data"));
    }

    @Test
    void the_first_life_may_begin_at_any_time_and_has_time_at_once() throws IOException {
        ReservedTime first = life();

        assertThat(first.begin()).isEqualTo(Instant.EPOCH);
        assertThat(first.end()).isEqualTo(NOON.plus(AHEAD));
    }

    @Test
    void after_a_crash_the_next_life_begins_after_all_that_was_reserved_whatever_the_clock_says() throws IOException {
        ReservedTime crashed = life();
        now = NOON.plusSeconds(60);
        crashed.extend();
        now = NOON.minusSeconds(3_600);

        ReservedTime next = life();

        assertThat(next.begin()).isAfter(crashed.end());
        assertThat(next.end()).isAfter(next.begin());
    }

    @Test
    void what_was_not_used_is_given_back_by_a_life_that_ends_in_order() throws IOException {
        Instant last = NOON.plusMillis(1);
        life().close(last);

        assertThat(life().begin()).isEqualTo(last);
    }

    @Test
    void more_is_reserved_when_half_of_it_is_used() throws IOException {
        ReservedTime life = life();
        now = NOON.plusSeconds(4);
        life.extend();
        assertThat(life.end()).isEqualTo(NOON.plus(AHEAD));

        now = NOON.plusSeconds(6);
        life.extend();

        assertThat(life.end()).isEqualTo(now.plus(AHEAD));
    }

    @Test
    void a_life_behind_a_clock_that_was_set_back_has_time_too() throws IOException {
        life().close(NOON);
        now = NOON.minusSeconds(3_600);
        ReservedTime next = life();
        next.extend();

        assertThat(next.begin()).isEqualTo(NOON);
        assertThat(next.end()).isEqualTo(NOON.plus(AHEAD));
    }

    @Test
    void a_disk_that_takes_nothing_does_not_stop_the_node() throws IOException {
        ReservedTime life = life();
        Files.move(folder, temporary.resolve("gone"));
        Files.writeString(folder, "no folder");
        now = NOON.plusSeconds(60);
        assertThatThrownBy(life::extend).isInstanceOf(IOException.class);

        assertThat(life.end()).isEqualTo(now.plus(AHEAD));
    }

    /** The clock is what a test can break; any part of a look may. */
    @Test
    void a_look_that_breaks_down_is_told_and_is_not_the_last() throws IOException {
        AtomicInteger breaks = new AtomicInteger();
        Figures figures = new Figures();
        Troubles troubles = new Troubles(figures, System::nanoTime);
        ReservedTime life = ReservedTime.begin(folder, 1, Duration.ofMillis(5), () -> {
            if (breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new AssertionError("a bug");
            }
            return Instant.now();
        });
        breaks.set(3);
        Instant before = life.end();
        life.start(troubles.of(Fault.TIME));
        Until.until(() -> life.end().isAfter(before));

        assertThat(figures.total(Count.TIMES_UNRESERVED)).isEqualTo(3);
        assertThat(troubles.conditions())
                .extracting(Condition::name, Condition::needed)
                .containsExactly(tuple("adapter.time", false));
        life.close(life.end());
    }

    @Test
    void nodes_that_share_a_folder_have_times_of_their_own() throws IOException {
        life().close(NOON.plusSeconds(99));

        assertThat(ReservedTime.begin(folder, 2, AHEAD, () -> now).begin()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_file_that_holds_something_else_is_not_guessed_at() throws IOException {
        Files.writeString(folder.resolve("node-1.time"), "soon\n");

        assertThatThrownBy(this::life).isInstanceOf(IOException.class).hasMessageContaining("node-1.time");
    }

    private ReservedTime life() throws IOException {
        return ReservedTime.begin(folder, 1, AHEAD, () -> now);
    }
}
