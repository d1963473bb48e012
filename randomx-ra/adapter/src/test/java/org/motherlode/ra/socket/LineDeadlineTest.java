package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** How long half a line is kept. Time goes by when the test says so. */
class LineDeadlineTest {
    private static final long MILLIS = 15_000;

    private final Figures figures = new Figures();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private boolean withinRecord;

    @BeforeEach
    void begin() throws SettingException {
        channel.freezeTime();
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(100, 200));
        PatientLines lines = new PatientLines(SocketSettings.of(Settings.parse("line-bytes = 1000")), () -> false);
        channel.pipeline()
                .addLast(lines)
                .addLast(new LineDeadline(
                        MILLIS, () -> !lines.waits(channel) && (lines.isWithin() || withinRecord), figures));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void who_begins_a_line_and_does_not_end_it_is_cut_in_time() {
        comes("{\"id\":1,");
        pass(MILLIS - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);

        assertThat(channel.isOpen()).isFalse();
        assertThat(figures.total(Count.CONNECTIONS_CUT_LINE)).isEqualTo(1);
    }

    @Test
    void one_byte_after_the_other_does_not_begin_anew() {
        for (int i = 0; i < 15; i++) {
            comes("x");
            pass(MILLIS / 15);
        }

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void each_end_of_a_line_begins_anew_and_silence_between_lines_is_for_others_to_judge() {
        for (int i = 0; i < 5; i++) {
            comes("of a line\nhalf ");
            pass(MILLIS - 1);
        }
        comes("of a line\n");
        pass(100 * MILLIS);

        assertThat(channel.isOpen()).isTrue();
        assertThat(figures.total(Count.CONNECTIONS_CUT)).isZero();
    }

    @Test
    void half_a_record_of_tls_is_as_bad_as_half_a_line() {
        withinRecord = true;
        channel.pipeline().fireChannelReadComplete();
        pass(MILLIS - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void lines_that_wait_because_their_miner_does_not_read_are_not_half_and_what_follows_them_is_when_they_are_done() {
        ChannelFuture ignored = channel.write(Unpooled.wrappedBuffer(new byte[201]));
        comes("one\ntwo\nhalf");
        pass(100 * MILLIS);
        assertThat(channel.isOpen()).isTrue();
        channel.flushOutbound();
        channel.runPendingTasks();
        pass(MILLIS - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void who_goes_in_the_middle_of_a_line_is_not_cut_later() {
        comes("half");
        ChannelFuture ignored = channel.close();
        channel.runPendingTasks();
        pass(MILLIS);

        assertThat(figures.total(Count.CONNECTIONS_CUT)).isZero();
    }

    private void comes(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
