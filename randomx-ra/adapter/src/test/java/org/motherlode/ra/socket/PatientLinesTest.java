package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A miner that asks and does not read costs no more than what it may have waiting. */
class PatientLinesTest {
    private static final int MARK = 1_000;
    private static final int ANSWER = 400;

    private final List<String> handled = new ArrayList<>();
    private boolean ending;
    private boolean answers = true;
    private String leaves = "";
    private final EmbeddedChannel channel = new EmbeddedChannel();

    PatientLinesTest() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(MARK / 2, MARK));
        channel.pipeline().addLast(lines("")).addLast(new Answering());
    }

    private PatientLines lines(String more) {
        try {
            return new PatientLines(SocketSettings.of(Settings.parse("line-bytes = 256;" + more)), () -> ending);
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Answers each line; what it writes leaves only when the test says that the miner reads. */
    private final class Answering extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
            String text = line.toString(StandardCharsets.US_ASCII);
            handled.add(text);
            if (text.equals(leaves)) {
                ChannelFuture ignored = context.close();
            } else if (answers) {
                ChannelFuture ignored = context.write(Unpooled.wrappedBuffer(new byte[ANSWER]));
            }
        }
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void lines_in_hand_wait_once_so_much_waits_to_be_sent() {
        comes("1\n2\n3\n4\n5\n6\n7\n8\nha");

        assertThat(handled).containsExactly("1", "2", "3");
        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void they_are_handled_in_order_and_before_anything_more_is_read_when_it_reads_again() {
        comes("1\n2\n3\n4\n5\n6\n7\n8\nha");
        reads();
        assertThat(handled).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(channel.config().isAutoRead()).isFalse();
        reads();
        assertThat(handled).hasSize(8);
        assertThat(channel.config().isAutoRead()).isTrue();
        comes("lf\n");

        assertThat(handled).last().isEqualTo("half");
    }

    @Test
    void what_comes_meanwhile_is_neither_handled_nor_asked_for() {
        ChannelFuture ignored = channel.write(Unpooled.wrappedBuffer(new byte[MARK + 1]));
        comes("1\n2\n");
        assertThat(handled).isEmpty();
        assertThat(channel.config().isAutoRead()).isFalse();
        reads();

        assertThat(handled).containsExactly("1", "2");
    }

    @Test
    void after_the_last_line_nothing_is_kept_nor_looked_at() {
        comes("1\n2\n3\n4\n");
        ending = true;
        comes("5\n6");
        ending = false;
        reads();
        comes("7\n");

        assertThat(handled).containsExactly("1", "2", "3", "7");
    }

    @Test
    void of_many_lines_at_once_so_many_are_looked_at_and_then_others_have_their_turn() {
        quietly("lines-per-turn = 4");
        comesBeforeOthers("1\n2\n3\n4\n5\n6\n7\n8\n9\nha", "another miner");

        assertThat(handled)
                .containsExactly("1", "2", "3", "4", "another miner, nothing is read", "5", "6", "7", "8", "9");
        assertThat(channel.config().isAutoRead()).isTrue();
        comes("lf\n");
        assertThat(handled).last().isEqualTo("half");
    }

    @Test
    void who_sends_no_more_than_that_at_a_time_waits_for_nobody() {
        quietly("lines-per-turn = 4");
        for (int i = 0; i < 10; i++) {
            comesBeforeOthers("1\n2\n3\n4\n", "another miner");
        }

        assertThat(handled).doesNotContain("another miner, nothing is read").hasSize(50);
    }

    @Test
    void what_waits_for_its_turn_when_the_miner_goes_is_looked_at_all_the_same() {
        quietly("lines-per-turn = 4");
        leaves = "4";
        comes("1\n2\n3\n4\n5\n6\n7\n8\n9\nha");

        assertThat(handled).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    /** Nothing is answered. */
    private void quietly(String settings) {
        channel.pipeline().removeFirst();
        channel.pipeline().addFirst(lines(settings));
        answers = false;
    }

    private void comesBeforeOthers(String bytes, String others) {
        channel.eventLoop()
                .execute(() -> handled.add(others + (channel.config().isAutoRead() ? "" : ", nothing is read")));
        comes(bytes);
    }

    @Test
    void who_goes_meanwhile_leaves_nothing_behind() {
        comes("1\n2\n3\n4\n");
        ChannelFuture ignored = channel.close();
        channel.runPendingTasks();

        assertThat(handled).hasSize(3);
    }

    private void comes(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private void reads() {
        channel.flushOutbound();
        channel.runPendingTasks();
    }
}
