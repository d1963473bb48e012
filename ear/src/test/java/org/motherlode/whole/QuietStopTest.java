package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** A server that is stopped while its node is gone, with miners at work and blocks that wait for the chain's word. */
class QuietStopTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BLOCK_DIFFICULTY = 100_000;

    @TempDir
    Path folder;

    @Test
    void a_server_that_stops_without_its_node_logs_neither_an_error_nor_a_stack() throws Exception {
        int stratum = FreePort.next();
        ToyNode node = new ToyNode(BLOCK_DIFFICULTY, ToyPool.ACCOUNT);
        Path log;
        try (ToyServer server =
                new ToyServer(folder, List.of(ToyServer.pool("toys", node, ToyServer.port(stratum), "")))) {
            log = server.server().log();
            Books books = new Books(server.database());
            try (ToyCrew crew = new ToyCrew(stratum, List.of("toy:amy"))) {
                await(
                        "blocks that wait",
                        () -> books.unsettled() >= 3 && !crew.told().isEmpty());
                node.close();
                await("the health to miss the node", () -> server.ready().contains("\"toys.node\":\"DOWN"));
                server.server().close();
            }
        }

        // A block that is found in this very moment is an operator's business.
        assertThat(stopping(log))
                .filteredOn(line -> !line.contains("could not be submitted now"))
                .noneMatch(line -> line.contains(" ERROR ") || line.contains(" FATAL "));
        assertThat(stopping(log))
                .as("the broker goes after those who use it")
                .filteredOn(line -> line.contains("the consumer has stopped")
                        || (line.contains("WFLYMSGAMQ0006") && line.endsWith("java:/jms/motherlode")))
                .hasSize(3)
                .last(InstanceOfAssertFactories.STRING)
                .contains("WFLYMSGAMQ0006");
        assertThat(stopping(log)).noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by:"));
    }

    /** What the server said from the moment at which it was told to stop. */
    private static List<String> stopping(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> end = lines.stream()
                .dropWhile(line -> !line.contains("WFLYSRV0272") && !line.contains("WFLYSRV0236"))
                .toList();
        assertThat(end).isNotEmpty();
        return end;
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
