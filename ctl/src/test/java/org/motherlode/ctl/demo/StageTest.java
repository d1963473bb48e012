package org.motherlode.ctl.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.work.Steps;

class StageTest {
    private final StringWriter said = new StringWriter();
    private final AtomicLong seconds = new AtomicLong();
    private final Stage stage =
            new Stage(new Steps(new PrintWriter(said), InstantSource.system()), () -> seconds.get() * 1_000_000_000L);

    @Test
    void how_far_it_is_is_told_every_five_seconds() throws Exception {
        stage.await("the end", Duration.ofMinutes(1), () -> seconds.incrementAndGet() > 10, () -> "second " + seconds);

        assertThat(said.toString().lines().map(line -> line.substring(line.indexOf(']') + 2)))
                .containsExactly("  second 5", "  second 10");
    }

    @Test
    void what_does_not_come_is_named_with_how_far_it_was() {
        assertThatThrownBy(() -> stage.await("a block", Duration.ZERO, () -> false, () -> "12 % of the expected work"))
                .isInstanceOf(IOException.class)
                .hasMessage("waited 0 min in vain for a block: 12 % of the expected work");
    }

    @Test
    void a_pool_that_does_not_answer_is_waited_for_and_said_to_be_silent() throws Exception {
        Stage.Progress silent = () -> {
            throw new IOException("connection refused");
        };

        stage.await("an answer", Duration.ofMinutes(1), () -> seconds.addAndGet(5) > 5, silent);

        assertThat(said.toString()).contains("  how far it is cannot be told: connection refused");
    }
}
