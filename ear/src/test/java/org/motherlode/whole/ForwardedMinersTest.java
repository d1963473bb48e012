package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyMiner;
import org.motherlode.toy.ToyNode;

/** Miners behind a load balancer, on a port of IPv4 and one of IPv6 of a whole server. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ForwardedMinersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ANSWER_MILLIS = 10_000;
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final String JOBS = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";
    private static final String JOIN = "JOIN toy:amy rig\n";
    private static final String FOUR = "PROXY TCP4 203.0.113.7 192.0.2.9 40000 3333\r\n";
    private static final String OTHER_FOUR = "PROXY TCP4 198.51.100.7 192.0.2.9 40000 3333\r\n";
    /** Version 2: 2001:db8:7::1 and, in another /48, 2001:db8:8::1. */
    private static final String SIX = versionTwo("20010db8000700000000000000000001");

    private static final String OTHER_SIX = versionTwo("20010db8000800000000000000000001");

    @TempDir
    Path folder;

    @Test
    void are_known_and_banned_by_the_address_that_the_balancer_names() throws Exception {
        int port = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(
                        folder,
                        new ToyServer.Wishes(
                                List.of(pool(
                                        "toy",
                                        node,
                                        port(port) + ", " + port(port).replace("127.0.0.1", "[::1]"),
                                        "")),
                                "proxy-networks = 127.0.0.0/8 ::1; ban-words-millis = 0"))) {
            InetAddress four = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            InetAddress six = InetAddress.getByAddress(HexFormat.of().parseHex("00".repeat(15) + "01"));
            await(
                    "the ports",
                    () -> answer(four, port, FOUR).isPresent()
                            && answer(six, port, SIX).isPresent());
            for (String header : List.of(FOUR, OTHER_FOUR, SIX, OTHER_SIX)) {
                mine(four, port, header);
                mine(six, port, header);
            }
            assertThat(answer(four, port, "")).as("whom nobody forwards").isEmpty();
            assertThat(answer(six, port, "")).as("whom nobody forwards").isEmpty();

            ban(server, "203.0.113.0/24");
            ban(server, "2001:db8:7::/48");
            await("the bans", () -> isBanned(answer(four, port, FOUR)) && isBanned(answer(six, port, SIX)));
            assertThat(isBanned(answer(six, port, FOUR))).isTrue();
            assertThat(isBanned(answer(four, port, SIX))).isTrue();
            mine(four, port, OTHER_FOUR);
            mine(six, port, OTHER_SIX);
        }
    }

    private static void mine(InetAddress host, int port, String header) throws IOException {
        try (ToyMiner miner = new ToyMiner(forwarded(host, port, header), "toy:amy", "rig")) {
            assertThat(miner.mineOne().words()).isEqualTo("GOOD");
        }
    }

    private static void ban(ToyServer server, String network) throws IOException {
        String properties = "subject=\"" + network + "\",minutes=\"60\",reason=\"floods us\",actor=\"olga\"";
        assertThat(server.server().console(JOBS + ":start-job(job-xml-name=ban,properties={" + properties + "})"))
                .contains("\"outcome\" => \"success\"");
    }

    private static boolean isBanned(Optional<String> answer) {
        return answer.filter(line -> line.startsWith("BAD IP Address currently banned"))
                .isPresent();
    }

    /** What somebody hears who joins; empty if nobody listens, or the connection ends without a word. */
    private static Optional<String> answer(InetAddress host, int port, String header) {
        try (Socket socket = forwarded(host, port, header)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(JOIN.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Socket forwarded(InetAddress host, int port, String header) throws IOException {
        Socket socket = new Socket(host, port);
        socket.getOutputStream().write(header.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** A TCP connection over IPv6 from this address to another one. */
    private static String versionTwo(String source) {
        String hex = "0d0a0d0a000d0a515549540a" + "21210024" + source + "20010db8000000000000000000000009" + "9c400d05";
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
