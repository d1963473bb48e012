package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.ra.CryptonoteServer.LoggedIn;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/** No stranger can fill the log: nothing that anybody sends is worth a line, and what is said for debugging is short. */
class QuietLogTest {
    private static final int ROUNDS = 3;
    private static final int MOST_CHARACTERS = 400;
    private static final int TURNED_AWAY = 100;

    @TempDir
    Path folder;

    /** All that the other tests of hostile miners send. */
    private static List<byte[]> corpus() {
        Stream<byte[]> bytes = Stream.of(
                        HostileBytesTest.otherProtocols(), HostileBytesTest.brokenText(), HostileBytesTest.marked())
                .flatMap(all -> all)
                .map(arguments -> (byte[]) arguments.get()[1]);
        Stream<String> lines = Stream.of(
                        HostileShapesTest.badLogins().map(rest -> "{\"id\":1,\"method\":\"login\"" + rest + "}"),
                        HostileShapesTest.ids().map(ids -> "{\"method\":\"keepalived\"" + ids.get()[0] + "}"),
                        CryptonoteSocketTest.malformed().map(QuietLogTest::line),
                        CryptonoteSocketTest.outOfPlace().map(QuietLogTest::line),
                        Stream.of(
                                "{\"id\":1,\"method\":\"" + "m\\n\\u001b[31m".repeat(1_000) + "\"}",
                                "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"" + "\\n".repeat(500) + "\"}}",
                                "x".repeat(100_000)))
                .flatMap(all -> all);
        return Stream.concat(bytes, lines.map(line -> (line + "\n").getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
    }

    private static String line(Arguments arguments) {
        return text(arguments, 0);
    }

    private static String text(Arguments arguments, int index) {
        return (String) arguments.get()[index];
    }

    @Test
    void nothing_that_strangers_send_is_worth_a_line_in_the_log() throws Exception {
        List<byte[]> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThan(100);
        try (var server = new CryptonoteServer(folder, "").withWork();
                var log = new LogEar(Level.FINE)) {
            for (int i = 0; i < ROUNDS; i++) {
                for (byte[] bytes : corpus) {
                    sendAndLeave(server, bytes);
                    sendAndCut(server, bytes);
                }
            }
            RunningAdapter.until(() -> server.adapter.open() == 0);

            mustBeQuiet(server, log, 2 * ROUNDS * corpus.size());
        }
    }

    @Test
    void nothing_that_miners_send_is_worth_a_line_in_the_log() throws Exception {
        List<Arguments> members = HostileShapesTest.badMembers().toList();
        try (var server = new CryptonoteServer(folder, "").withWork();
                var log = new LogEar(Level.FINE)) {
            for (Arguments member : members) {
                try (var miner = server.logIn()) {
                    Share good = PlainMiner.find(miner.work(), 0, true);
                    Share weak = PlainMiner.find(miner.work(), 0, false);
                    submit(miner, weak, "unheard-of", "1");
                    submit(miner, good, "job_id", "\"none\"");
                    submit(miner, good, "nonce", "\"" + weak.nonce() + "\"");
                    submit(miner, good, text(member, 0), text(member, 1));
                    readToTheEnd(miner.socket());
                }
            }
            RunningAdapter.until(() -> server.adapter.open() == 0);

            assertThat(server.adapter.total(Count.SHARES_UNKNOWN_JOB)).isEqualTo(members.size());
            assertThat(server.adapter.total(Count.SHARES_BAD_HASH)).isPositive();
            mustBeQuiet(server, log, members.size());
        }
    }

    /** Whoever is turned away has two seconds to leave: here by a reset, as soon as he has read why. Also behind a proxy. */
    @ParameterizedTest
    @CsvSource({"'', ''", "proxy-networks = 127.0.0.0/8, PROXY TCP4 192.0.2.1 192.0.2.9 40000 3333"})
    void nobody_who_is_turned_away_and_cuts_is_worth_a_line_in_the_log(String proxies, String header) throws Exception {
        try (var log = new LogEar(Level.FINE)) {
            try (var server =
                    new CryptonoteServer(folder, "exempt-loopback = false; ban-words-millis = 0; " + proxies)) {
                Instant now = Instant.now();
                BanSubject who = BanSubject.parse(header.isEmpty() ? "127.0.0.1" : "192.0.2.1")
                        .orElseThrow();
                Ban ban = new Ban(who, now, now.plus(Duration.ofHours(1)), 1, "floods us", "olga");
                server.adapter.adapter.gateway().bans().mirror(List.of(ban), now);
                for (int i = 0; i < TURNED_AWAY; i++) {
                    try (RawSocket stranger = server.connect()) {
                        stranger.write((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
                        assertThat(stranger.read()).contains("currently banned");
                        stranger.cut();
                    }
                }
                assertThat(server.adapter.total(Count.CONNECTIONS_BANNED)).isEqualTo(TURNED_AWAY);
                assertThat(server.adapter.total(Count.CONNECTION_FAULTS)).isZero();
            }

            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .isEmpty();
        }
    }

    /** Nothing but short lines for debugging, at most so many. */
    private static void mustBeQuiet(CryptonoteServer server, LogEar log, int most) {
        assertThat(log.atLeast(Level.INFO)).extracting(LogRecord::getMessage).isEmpty();
        assertThat(log.heard()).hasSizeLessThanOrEqualTo(most);
        assertThat(log.heard())
                .allSatisfy(said -> assertThat(said.getMessage())
                        .hasSizeLessThan(MOST_CHARACTERS)
                        .doesNotContainPattern("\\p{Cntrl}"))
                .allSatisfy(said -> assertThat(said.getThrown()).isNull());
        assertThat(server.adapter.total(Count.CONNECTION_FAULTS)).isZero();
    }

    private static void submit(LoggedIn miner, Share share, String member, String value) throws IOException {
        miner.socket().line(HostileShapesTest.submit(miner.session(), share, member, value));
    }

    private static void sendAndLeave(CryptonoteServer server, byte[] bytes) throws IOException {
        try (RawSocket stranger = server.connect()) {
            stranger.write(bytes);
            stranger.endOurHalf();
            readToTheEnd(stranger);
        }
    }

    private static void readToTheEnd(RawSocket socket) throws IOException {
        String said = socket.read();
        while (!said.equals(RawSocket.CLOSED) && !said.startsWith("reset")) {
            said = socket.read();
        }
    }

    private static void sendAndCut(CryptonoteServer server, byte[] bytes) throws IOException {
        try (RawSocket stranger = server.connect()) {
            stranger.write(bytes);
            stranger.cut();
        }
    }
}
