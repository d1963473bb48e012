package org.motherlode.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.work.BenchNames;

class WhichTest {
    @Test
    void the_command_knows_the_benches_by_name() {
        assertThat(Stream.of(Which.values()).map(Which::name)).containsExactlyElementsOf(BenchNames.ALL);
    }

    @Test
    void two_can_be_run_in_fast_mode() {
        assertThat(Stream.of(Which.values()).filter(Which::knowsFastMode)).containsExactly(Which.path, Which.epoch);
    }
}
