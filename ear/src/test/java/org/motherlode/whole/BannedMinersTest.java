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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyMiner;
import org.motherlode.toy.ToyNode;

/** A ban that an operator makes at WildFly's command line. */
class BannedMinersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ANSWER_MILLIS = 10_000;
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final String JOBS = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";

    @TempDir
    Path folder;

    @Test
    void it_outlives_a_killed_server_until_it_is_lifted() throws Exception {
        int port = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(
                        folder,
                        new ToyServer.Wishes(
                                List.of(pool("toy", node, port(port), "")),
                                "exempt-loopback = false; ban-words-millis = 0"))) {
            await("the port", () -> answer(port).isPresent());
            mine(port);
            run(server, "ban", "subject=\"127.0.0.0/8\",minutes=\"60\",reason=\"floods us\",actor=\"olga\"");
            await("the ban", () -> isRefused(port));
            await("the ban in the table", () -> rows(server).equals(List.of("127.0.0.0/8 olga")));
            assertThat(server.figures()).contains("127.0.0.0/8 until ", "floods us, by olga");

            server.killAndRestart();
            await("the port", () -> answer(port).isPresent());
            assertThat(isRefused(port)).isTrue();

            run(server, "lift-ban", "subject=\"127.0.0.0/8\",actor=\"otto\"");
            await("the lift", () -> !isRefused(port));
            mine(port);
            await("its end in the table", () -> rows(server).equals(List.of("127.0.0.0/8 olga otto")));
            run(server, "ban", "subject=\"amy\",minutes=\"60\",reason=\"floods us\",actor=\"olga\"");
            await("why it was refused", () -> server.server()
                    .console(JOBS + "/job=ban:read-resource(recursive=true,include-runtime=true)")
                    .contains("subject must be an address"));
            assertThat(Files.readString(server.server().log()))
                    .as("whoever listens to the cache has methods that it finds")
                    .doesNotContain("ISPN000133");
        }
    }

    private static void mine(int port) throws IOException {
        try (ToyMiner miner = new ToyMiner(port, "toy:amy", "rig")) {
            assertThat(miner.mineOne().words()).isEqualTo("GOOD");
        }
    }

    private static void run(ToyServer server, String job, String properties) throws IOException {
        assertThat(server.server()
                        .console(JOBS + ":start-job(job-xml-name=" + job + ",properties={" + properties + "})"))
                .contains("\"outcome\" => \"success\"");
    }

    /** How much is left of it depends on how long the server took to come back. */
    private static boolean isRefused(int port) {
        return answer(port)
                .filter(line ->
                        line.matches("BAD IP Address currently banned for .*(hour|minutes?|seconds?): floods us"))
                .isPresent();
    }

    /** What somebody hears who joins; empty if nobody listens. */
    private static Optional<String> answer(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("JOIN toy:amy rig\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> rows(ToyServer server) throws IOException {
        try (Connection connection = server.database().ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT concat_ws(' ', subject, actor, lifted_by) FROM ban")) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
