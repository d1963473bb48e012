package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.Child;
import org.motherlode.ctl.process.Waiting;

class TenancyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path place;

    private final StringWriter said = new StringWriter();
    private final Steps steps = new Steps(new PrintWriter(said), InstantSource.system());
    private Path folder;
    private Child tenant;
    private ProcessHandle sleeper;

    @BeforeEach
    void somebodyMovesIn() throws IOException, InterruptedException {
        folder = place.resolve("demo");
        tenant = tenant();
        assertThat(Waiting.until(PATIENCE, () -> words().contains("started ")))
                .as(words())
                .isTrue();
        String number = words().substring(words().indexOf("started ") + "started ".length());
        sleeper = ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    @AfterEach
    void end() throws InterruptedException {
        tenant.kill();
        sleeper.destroyForcibly();
    }

    @Test
    void nobody_moves_in_beside_a_tenant() {
        assertThatThrownBy(() -> Tenancy.of(folder, steps))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("process " + tenant.pid() + " works in " + folder);
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void what_a_killed_tenant_left_running_is_ended_by_the_next_one() throws Exception {
        ProcessHandle killed = ProcessHandle.of(tenant.pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        assertThat(sleeper.isAlive()).isTrue();

        try (Tenancy next = Tenancy.of(folder, steps)) {
            assertThat(next.folder()).isEqualTo(folder);
            assertThat(sleeper.isAlive()).isFalse();
            assertThat(said.toString()).contains("ended what was left running: sleeper (process " + sleeper.pid());
        }
    }

    @Test
    void a_tenant_that_is_asked_to_end_takes_everything_with_it() throws Exception {
        ProcessHandle asked = ProcessHandle.of(tenant.pid()).orElseThrow();
        asked.destroy();
        asked.onExit().join();

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(words()).contains("ended, as you asked");
    }

    private Child tenant() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder words = new ProcessBuilder(java, Tenant.class.getName(), folder.toString());
        words.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return Child.start("tenant", words, place.resolve("tenant.log"));
    }

    private String words() throws IOException {
        return Files.readString(tenant.log());
    }
}
