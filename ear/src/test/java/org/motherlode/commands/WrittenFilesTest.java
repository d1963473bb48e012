package org.motherlode.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Program;

/** The commands whose result is a file. */
class WrittenFilesTest {
    private static final Duration SHORT = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Checkout checkout = new Checkout(Path.of("not yet"));

    @BeforeAll
    static void copy() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void a_simulation_is_told_written_and_repeated_by_its_seed() throws IOException {
        Path csv = folder.resolve("figures.csv");
        Path plot = folder.resolve("figures.svg");
        String[] words = {
            "simulate",
            "--days",
            "20",
            "--runs",
            "10",
            "--seed",
            "7",
            "--csv",
            csv.toString(),
            "--plot",
            plot.toString()
        };

        Program.Ending first = checkout.call(Map.of(), SHORT, words);
        String written = Files.readString(csv);
        Program.Ending second = checkout.call(Map.of(), SHORT, words);

        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output()).contains("PROP", "the hopper gains", "The reserve of PPS", "--seed 7");
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(csv).hasContent(written);
        assertThat(plot).content().startsWith("<svg");
        Program.Ending wrong = checkout.call(Map.of(), SHORT, "simulate", "--pool-part", "2");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.output()).contains("the pool's part of the network must be above 0 and at most 1, not 2.0");
    }

    @Test
    void a_database_is_backed_up_tried_and_restored() throws IOException {
        Path backup = folder.resolve("one.backup");
        Program.Ending none = checkout.call(Map.of(), SHORT, "backup", backup.toString());
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.output()).contains("there is no database in", "'./motherlode run' makes one");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            Migrations.run(postgres);
            Path password = Files.writeString(folder.resolve("password"), postgres.ownerPassword() + "\n");
            String[] own = {"--url", postgres.url(), "--password-file", password.toString()};

            Program.Ending made = checkout.call(Map.of(), SHORT, with(own, "backup", backup.toString()));
            Program.Ending tried = checkout.call(Map.of(), SHORT, "verify-backup", backup.toString());
            Program.Ending restored = checkout.call(Map.of(), SHORT, "restore", backup.toString());
            Program.Ending again = checkout.call(Map.of(), SHORT, with(own, "restore", backup.toString()));

            assertThat(made.status()).as(made.output()).isZero();
            assertThat(tried.status()).as(tried.output()).isZero();
            assertThat(tried.output()).contains("its books are right");
            assertThat(restored.status()).as(restored.output()).isZero();
            assertThat(restored.output()).contains("BEFORE PAYOUTS GO ON");
            assertThat(again.status()).as(again.output()).isZero();
        }
        assertThat(checkout.processes()).isEmpty();
        Files.writeString(backup, "x", StandardOpenOption.APPEND);
        Program.Ending damaged = checkout.call(Map.of(), SHORT, "verify-backup", backup.toString());
        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.output())
                .contains("is damaged, cut off, or no backup")
                .doesNotContain("Exception");
    }

    private static String[] with(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
