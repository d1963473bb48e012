package org.motherlode.ctl.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void what_still_runs_is_ended_with_all_that_it_started() throws Exception {
        try (Child shell = started("sleep 600 & wait")) {
            assertThat(Waiting.until(PATIENCE, () -> shell.offspring().count() == 1))
                    .isTrue();
            List<ProcessHandle> offspring = shell.offspring().toList();

            assertThat(Leftovers.end(folder)).containsExactly("sleeper (process " + shell.pid() + ")");
            assertThat(shell.isAlive()).isFalse();
            assertThat(offspring).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void what_does_not_end_politely_is_ended_all_the_same() throws Exception {
        try (Child stubborn = started("trap '' TERM; echo deaf; while true; do sleep 1; done")) {
            assertThat(Waiting.until(
                            PATIENCE, () -> Files.readString(stubborn.log()).contains("deaf")))
                    .isTrue();

            Leftovers.end(folder, Duration.ofMillis(100));
            assertThat(stubborn.isAlive()).isFalse();
        }
    }

    @Test
    void a_stranger_that_has_the_number_of_ours_is_left_alone() throws Exception {
        try (Child stranger = started("exec sleep 600")) {
            Path trace = folder.resolve("sleeper.log" + Trace.SUFFIX);
            List<String> lines = Files.readAllLines(trace);
            Files.write(trace, List.of(lines.get(0), lines.get(1), lines.get(2) + "1"));

            assertThat(Leftovers.end(folder)).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
        }
    }

    @Test
    void what_has_ended_is_forgotten() throws Exception {
        try (Child ended = started("true")) {
            ended.awaitEnd();

            assertThat(Leftovers.end(folder)).isEmpty();
            assertThat(folder).isDirectoryNotContaining("glob:**" + Trace.SUFFIX);
        }
    }

    private Child started(String script) throws IOException {
        return Child.start("sleeper", new ProcessBuilder("sh", "-c", script), folder.resolve("sleeper.log"));
    }
}
