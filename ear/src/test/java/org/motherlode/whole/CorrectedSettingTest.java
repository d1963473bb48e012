package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** A setting that stops the deployment, of the beans and of the adapter, corrected at the command line and taken by a reload. */
class CorrectedSettingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final String PROPERTY = "/system-property=motherlode.queue.senders";
    private static final String ADAPTER =
            "/subsystem=resource-adapters/resource-adapter=motherlode/config-properties=settings";

    @TempDir
    Path folder;

    @Test
    void miners_mine_again_after_a_reload_with_the_corrected_setting() throws Exception {
        int stratum = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, List.of(pool("toys", node, port(stratum), "")))) {
            Books books = new Books(server.database());
            ToyCrew crew = new ToyCrew(stratum, List.of("toy:amy"));
            try (crew) {
                moreShares(crew);

                reload(server, PROPERTY + ":add(value=none)");
                await("it names the key", () -> Files.readString(server.server().log())
                        .contains("motherlode.queue.senders must be"));
                reload(server, PROPERTY + ":remove");
                moreShares(crew);

                reload(server, ADAPTER + ":add(value=\"share-lime = 5\")");
                await("it names the key", () -> Files.readString(server.server().log())
                        .contains("share-lime"));
                reload(server, ADAPTER + ":remove");
                moreShares(crew);
            }
            await("all shares in the books", () -> books.notStoredOnce(crew.told())
                    .isEmpty());
            assertThat(books.doubledShares()).isZero();
        }
    }

    /** The command's own {@code reload} waits until the server runs again, right or wrong, and fails after a minute. */
    private static void reload(ToyServer server, String change) throws Exception {
        server.server().console(change + "\nreload");
    }

    private static void moreShares(ToyCrew crew) throws InterruptedException {
        int before = crew.told().size();
        await("miners to be told of more shares", () -> crew.told().size() >= before + 20);
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
