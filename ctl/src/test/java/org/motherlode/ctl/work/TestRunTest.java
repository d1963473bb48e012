package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRunTest {
    private static final Jdk ONE = new Jdk(Path.of("/one"));
    private static final Jdk OTHER = new Jdk(Path.of("/other"));

    @Test
    void everything_is_run_again_on_the_other_jdk_and_built_by_it() {
        List<TestRun> runs = TestRun.all(ONE, OTHER);

        assertThat(runs).extracting(TestRun::jdk).containsExactly(ONE, ONE, OTHER, OTHER);
        assertThat(runs)
                .extracting(run -> String.join(" ", run.arguments()))
                .containsExactly("verify", "verify -Plong", "clean verify", "verify -Plong");
    }
}
