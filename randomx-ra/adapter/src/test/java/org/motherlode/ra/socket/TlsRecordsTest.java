package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

class TlsRecordsTest {
    /** Three records: of three bytes, of none, and of 258. */
    private static final byte[] THREE =
            HexFormat.of().parseHex("1603010003aabbcc" + "1703030000" + "1703030102" + "17".repeat(258));

    private final Figures figures = new Figures();
    private final TlsRecords records = new TlsRecords(figures);
    private final EmbeddedChannel channel = new EmbeddedChannel(records);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void between_records_it_is_within_none_and_after_each_byte_of_one_it_is() {
        for (int i = 1; i <= THREE.length; i++) {
            comes(THREE, i - 1, i);

            assertThat(records.isWithin()).as("after byte %d", i).isEqualTo(i != 8 && i != 13 && i != THREE.length);
        }
    }

    @Test
    void however_they_come_they_are_the_same_and_go_on_as_they_came() {
        for (int cut = 1; cut < THREE.length; cut++) {
            comes(THREE, 0, cut);
            comes(THREE, cut, THREE.length);
            assertThat(records.isWithin()).isFalse();
        }

        assertThat(channel.inboundMessages()).hasSize(2 * (THREE.length - 1));
    }

    @Test
    void after_the_handshake_none_of_another_one_passes() {
        comes(THREE, 0, 8);
        records.handshakeIsOver();
        comes(THREE, 8, THREE.length);
        assertThat(channel.isOpen()).isTrue();
        int passed = channel.inboundMessages().size();

        comes(THREE, 0, 1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.inboundMessages()).hasSize(passed);
        assertThat(figures.total(Count.CONNECTIONS_CUT_TLS)).isEqualTo(1);
    }

    private void comes(byte[] bytes, int from, int to) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, from, to - from));
    }
}
