package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

class AcceptPauseTest {
    private static final long PAUSE_MILLIS = 700;

    private final LogEar log = new LogEar(Level.INFO);
    private final Figures figures = new Figures();
    private final Troubles troubles = new Troubles(figures, () -> 0);
    private final EmbeddedChannel port =
            new EmbeddedChannel(new AcceptPause(PAUSE_MILLIS, troubles.of(Fault.ACCEPTING)));

    AcceptPauseTest() {
        port.freezeTime();
    }

    @AfterEach
    void end() {
        ChannelFuture ignored = port.close();
        log.close();
    }

    @Test
    void a_port_that_cannot_take_a_connection_tries_again_after_a_pause() {
        fail();
        assertThat(port.config().isAutoRead()).isFalse();
        pass(PAUSE_MILLIS - 1);
        assertThat(port.config().isAutoRead()).isFalse();
        pass(1);

        assertThat(port.config().isAutoRead()).isTrue();
    }

    @Test
    void a_thousand_failures_are_counted_and_one_line_without_a_stack() {
        for (int i = 0; i < 1_000; i++) {
            fail();
            pass(PAUSE_MILLIS);
        }

        assertThat(figures.total(Count.ACCEPTS_FAILED)).isEqualTo(1_000);
        assertThat(log.heard()).singleElement().satisfies(line -> {
            assertThat(line.getMessage()).contains("cannot take a connection", "Too many open files");
            assertThat(line.getThrown()).isNull();
        });
        assertThat(port.config().isAutoRead()).isTrue();
    }

    @Test
    void a_bug_is_told_with_its_stack() {
        port.pipeline().fireExceptionCaught(new IllegalStateException("a bug"));

        assertThat(log.heard()).extracting(LogRecord::getThrown).hasOnlyElementsOfType(IllegalStateException.class);
    }

    @Test
    void nobody_is_let_in_until_somebody_is() {
        fail();
        assertThat(troubles.conditions())
                .singleElement()
                .extracting(Condition::name, Condition::needed)
                .containsExactly("adapter.accepting", true);
        port.writeInbound("a connection");

        assertThat(port.<String>readInbound()).isEqualTo("a connection");
        assertThat(troubles.conditions())
                .singleElement()
                .extracting(Condition::needed)
                .isEqualTo(false);
    }

    @Test
    void a_port_that_is_closed_during_its_pause_stays_quiet() {
        fail();
        ChannelFuture ignored = port.close();
        pass(PAUSE_MILLIS);

        assertThat(log.heard()).hasSize(1);
        port.checkException();
    }

    private void fail() {
        port.pipeline().fireExceptionCaught(new IOException("accept(..) failed: Too many open files"));
    }

    private void pass(long millis) {
        port.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        port.runScheduledPendingTasks();
    }
}
