package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.Child;

class TestRunTest {
    private static final Jdk ONE = new Jdk(Path.of("/one"));
    private static final Jdk OTHER = new Jdk(Path.of("/other"));
    private static final Steps STEPS = new Steps(new PrintWriter(new StringWriter()), InstantSource.system());

    @TempDir
    Path folder;

    @Test
    void everything_is_run_again_on_the_other_jdk_and_built_by_it() {
        List<TestRun> runs = TestRun.all(ONE, OTHER);

        assertThat(runs).extracting(TestRun::jdk).containsExactly(ONE, ONE, OTHER, OTHER);
        assertThat(runs)
                .extracting(run -> String.join(" ", run.arguments()))
                .containsExactly("-T2 verify", "verify -Plong", "-T2 clean verify", "verify -Plong");
    }

    @Test
    void what_the_tests_left_running_is_ended_before_its_trace_is_deleted() throws Exception {
        try (Tenancy tenancy = Tenancy.of(folder, STEPS);
                Child left = leftIn(Maven.temporary(tenancy.folder()))) {
            IOException failure = new IOException("the build failed");

            TestRun.tidyAfter(failure, tenancy);

            assertThat(left.isAlive()).isFalse();
            assertThat(Maven.temporary(tenancy.folder())).doesNotExist();
            assertThat(failure).hasNoSuppressedExceptions();
        }
    }

    @Test
    void what_cannot_be_tidied_up_does_not_replace_the_reason() throws Exception {
        try (Tenancy tenancy = Tenancy.of(folder, STEPS)) {
            Path temporary = Files.createDirectories(Maven.temporary(tenancy.folder()));
            Path broken = Files.createFile(temporary.resolve("broken.process"));
            IOException failure = new IOException("the build failed");

            TestRun.tidyAfter(failure, tenancy);

            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure.getSuppressed()[0]).hasMessageContaining("no trace of a process");
            Files.delete(broken);
        }
    }

    private static Child leftIn(Path temporary) throws IOException {
        Files.createDirectories(temporary);
        return Child.start("sleeper", new ProcessBuilder("sleep", "600"), temporary.resolve("sleeper.log"));
    }
}
