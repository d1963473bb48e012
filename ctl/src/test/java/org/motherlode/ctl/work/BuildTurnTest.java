package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTurnTest {
    @TempDir
    Path folder;

    @Test
    void a_second_command_says_that_it_waits_until_the_first_has_built() throws IOException {
        Process first = builder();
        Process second = builder(first);
        try (BufferedReader said = second.inputReader()) {
            assertThat(said.readLine()).endsWith("another command builds; waiting");

            first.destroyForcibly();

            assertThat(said.readLine()).isEqualTo("true");
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
    }

    /** Started when those before it have their turn. */
    private Process builder(Process... before) throws IOException {
        for (Process one : before) assertThat(one.inputReader().readLine()).isEqualTo("false");
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Builder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
