package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** Shares that the database refuses for their data, until a person has mended that and moves them back as the docs say. */
class DeadLettersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final String REFUSED = "toy:bob";

    @TempDir
    Path folder;

    @Test
    void what_is_moved_back_by_the_documented_command_is_stored_and_no_share_is_missing() throws Exception {
        int stratum = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, List.of(pool("toys", node, port(stratum), "")))) {
            Books books = new Books(server.database());
            run(server.database(), "ALTER TABLE pool_share ADD CONSTRAINT no_bob CHECK (miner <> '" + REFUSED + "')");
            ToyCrew crew = new ToyCrew(stratum, List.of("toy:amy", REFUSED));
            try (crew) {
                await("dead letters", () -> books.openLetters() >= 3);
            }
            await("the health to say so", () -> server.ready().contains("\"dead-letters\":\"down"));
            assertThat(books.notStoredOnce(crew.told())).isNotEmpty();
            assertThat(crew.refusals()).isEmpty();

            run(server.database(), "ALTER TABLE pool_share DROP CONSTRAINT no_bob");
            server.server().console(documentedCommand());
            await("every letter to have an end", () -> {
                server.server().console(documentedCommand()); // the last may not have been there before
                return books.openLetters() == 0;
            });

            await("the health to be as before", () -> server.ready().contains("\"dead-letters\":\"up"));
            await("no gap", () -> books.gaps() == 0);
            await("all shares in the books", () -> books.notStoredOnce(crew.told())
                    .isEmpty());
            assertThat(books.doubledShares()).isZero();
        }
    }

    private static String documentedCommand() throws IOException {
        Path page = Path.of(System.getProperty("motherlode.project")).resolve("docs/shares.md");
        Matcher command = Pattern.compile("`(/subsystem=messaging-activemq/\\S+:move-messages\\(.*?\\))`")
                .matcher(Files.readString(page));
        assertThat(command.find()).isTrue();
        return command.group(1);
    }

    private static void run(EmbeddedPostgres database, String statement) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
