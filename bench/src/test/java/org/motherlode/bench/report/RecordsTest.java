package org.motherlode.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
    private static final Machine MACHINE = new Machine("A processor", 4, "Linux 6", "OpenJDK 17", "librandomx 1", 0.1);

    @Test
    void a_file_holds_machine_summary_verdict_and_each_measurement(@TempDir Path folder) throws IOException {
        Outcome outcome = new Outcome(
                "path",
                new Sheet(List.of("round", "nanos"), List.of(List.of("0", "17"))),
                new Sheet(List.of("what", "ratio"), List.of(List.of("path, whole", "0.95"))),
                "goal met");

        Path file = new Records(folder, MACHINE).write(outcome, Instant.parse("2026-03-01T12:34:56Z"));

        assertThat(file).hasFileName("path-20260301-123456.csv");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# processor: A processor, 4 cores",
                        "# system: Linux 6, OpenJDK 17",
                        "# librandomx: librandomx 1",
                        "# load average at the start: 0.10",
                        "# what,ratio",
                        "# \"path, whole\",0.95",
                        "# goal met",
                        "round,nanos",
                        "0,17");
    }

    @Test
    void a_busy_machine_is_named_as_such() {
        Machine busy = new Machine("A processor", 4, "Linux 6", "OpenJDK 17", "librandomx 1", 3.2);

        assertThat(MACHINE.isQuiet()).isTrue();
        assertThat(busy.isQuiet()).isFalse();
        assertThat(busy.lines()).last().asString().contains("3.20").contains("trial");
    }

    @Test
    void people_see_numbers_to_the_right() {
        Sheet sheet = new Sheet(List.of("what", "ms"), List.of(List.of("login", "9.5"), List.of("bare", "10.25")));

        assertThat(sheet.text()).containsExactly("what   ms", "login    9.5", "bare   10.25");
    }

    @Test
    void a_quote_in_a_cell_is_doubled() {
        Sheet sheet = new Sheet(List.of("a"), List.of(List.of("say \"so\"")));

        assertThat(sheet.csv()).containsExactly("a", "\"say \"\"so\"\"\"");
    }

    @Test
    void a_row_of_another_width_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sheet(List.of("a", "b"), List.of(List.of("1"))));
        Sheet empty = new Sheet(List.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcome("../x", empty, empty, ""));
    }
}
