package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.ProgramFailedException;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** A redeploy while the database is away, or goes in the middle of it: it fails, and the server can be used and stopped afterwards. */
class FailedRedeployTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void a_start_that_fails_keeps_neither_the_next_one_nor_the_end_of_the_server_waiting() throws Exception {
        int stratum = FreePort.next();
        Path log;
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, List.of(pool("toys", node, port(stratum), "")))) {
            log = server.server().log();
            Books books = new Books(server.database());
            ToyCrew crew = new ToyCrew(stratum, List.of("toy:amy"));
            try (crew) {
                await("shares in the books", () -> books.shares() >= 20);
                inTheMiddle(server);
                int restored = crew.told().size();
                await("shares again", () -> crew.told().size() >= restored + 20);
                server.database().stopImmediately();
                assertThatThrownBy(server::redeploy).isInstanceOf(ProgramFailedException.class);
                server.database().start();
                server.redeploy();
                int before = crew.told().size();
                await("more shares", () -> crew.told().size() >= before + 20);
            }
            await("all shares in the books", () -> books.notStoredOnce(crew.told())
                    .isEmpty());

            server.database().stopImmediately();
            assertThatThrownBy(server::redeploy).isInstanceOf(ProgramFailedException.class);
            server.server().close();
        }
        assertThat(Files.readString(log)).as("it ended by itself").contains("WFLYSRV0050");
    }

    /** Fails where the pools start: what they start on is there, and deliveries wait for them already. */
    private static void inTheMiddle(ToyServer server) throws Exception {
        run(server, "REVOKE INSERT ON pool_node FROM motherlode_app");
        assertThatThrownBy(server::redeploy)
                .isInstanceOf(ProgramFailedException.class)
                .hasMessageContaining("pool_node");
        run(server, "GRANT INSERT ON pool_node TO motherlode_app");
        server.redeploy();
    }

    private static void run(ToyServer server, String statement) throws SQLException {
        try (Connection connection = server.database().ownerDataSource().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
