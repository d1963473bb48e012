package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

/** What we do wrong while a connection arrives is counted and told as a fault of ours, and not blamed on who came. */
class OwnBugsTest {
    private static final String HEADER = "PROXY TCP4 192.0.2.1 192.0.2.9 40000 3333\r\n";

    private final Figures figures = new Figures();
    private final Backstop backstop = new Backstop(new Troubles(figures, System::nanoTime).of(Fault.CONNECTION));
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void whoArrivesRunsInto(RuntimeException bug) {
        channel.pipeline()
                .addLast(new HAProxyMessageDecoder())
                .addLast(new ProxyHeader(InetAddress.getLoopbackAddress(), figures, from -> {
                    throw bug;
                }))
                .addLast(backstop);
    }

    @Test
    void a_bug_behind_a_good_header_is_no_bad_header() {
        whoArrivesRunsInto(new IllegalStateException("a bug"));
        try (var log = new LogEar(Level.SEVERE)) {
            comes(HEADER);

            assertThat(log.heard()).singleElement().satisfies(line -> assertThat(line.getMessage())
                    .contains("a fault of ours", "a bug"));
        }
        assertThat(figures.total(Count.CONNECTION_FAULTS)).isEqualTo(1);
        assertThat(figures.total(Count.PROXY_HEADERS_REFUSED)).isZero();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_bad_header_is_no_bug() {
        whoArrivesRunsInto(new IllegalStateException("never reached"));
        comes("GET / HTTP/1.1\r\n\r\n");

        assertThat(figures.total(Count.CONNECTION_FAULTS)).isZero();
        assertThat(figures.total(Count.PROXY_HEADERS_REFUSED)).isPositive();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_bug_behind_a_good_handshake_is_no_failed_one() {
        int[] blamed = {0};
        channel.pipeline()
                .addLast(new TlsGreeting(
                        figures,
                        () -> {
                            throw new IllegalStateException("a bug");
                        },
                        () -> blamed[0]++))
                .addLast(backstop);
        try (var log = new LogEar(Level.SEVERE)) {
            channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);

            assertThat(log.heard()).singleElement().satisfies(line -> assertThat(line.getMessage())
                    .contains("a fault of ours", "a bug"));
        }
        assertThat(figures.total(Count.CONNECTION_FAULTS)).isEqualTo(1);
        assertThat(figures.total(Count.TLS_HANDSHAKES_FAILED)).isZero();
        assertThat(blamed).containsExactly(0);
        assertThat(channel.isOpen()).isFalse();
    }

    private void comes(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }
}
