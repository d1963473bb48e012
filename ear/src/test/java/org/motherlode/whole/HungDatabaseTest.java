package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** PostgreSQL stops in the middle without dying: no error, no answer, its sockets open. */
class HungDatabaseTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final int MANY = 200;
    private static final Pattern UNSTORED = Pattern.compile("\"shares_unstored\" => (\\d+)L");

    @TempDir
    Path folder;

    @Test
    void miners_mine_on_while_the_database_hangs_and_no_share_that_they_were_told_of_is_lost() throws Exception {
        int stratum = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, List.of(pool("toys", node, port(stratum), "")))) {
            Books books = new Books(server.database());
            ToyCrew crew = new ToyCrew(stratum, List.of("toy:amy", "toy:bob"));
            try (crew) {
                await("shares in the books", () -> books.shares() >= MANY);
                hang(server, crew);
                await("the health to be as before", () -> server.ready().contains("\"shares.ledger\":\"up"));
                moreShares(crew);
            }
            await("all shares in the books", () -> books.shares() >= crew.told().size());
            assertThat(books.notStoredOnce(crew.told())).isEmpty();
            assertThat(books.doubledShares()).isZero();
            assertThat(crew.refusals()).isEmpty();
        }
    }

    private static void hang(ToyServer server, ToyCrew crew) throws Exception {
        try {
            server.database().hang();
            moreShares(crew);
            await("the health to say that the database is silent", () -> {
                String ready = server.ready();
                return ready.contains("\"shares.ledger\":\"down, not needed: the database has given no answer for")
                        && ready.contains("\"database\":\"down, not needed: the database has given no answer for");
            });
            assertThat(server.ready()).contains("\"shares.queue\":\"up", "\"status\":\"UP\"");
            await("the interface to say so too", () -> server.api("pool/stats").contains("problem:try-again"));
            await("the socket's time-out", () -> server.ready().contains("waiting for the database:"));
            moreShares(crew);
            assertThat(unstored(server)).isLessThan(MANY);
        } finally {
            server.database().goOn();
        }
    }

    /** Accepted shares that are not on the broker's disk: the line in memory. */
    private static long unstored(ToyServer server) throws Exception {
        Matcher figure = UNSTORED.matcher(server.figures());
        assertThat(figure.find()).isTrue();
        return Long.parseLong(figure.group(1));
    }

    private static void moreShares(ToyCrew crew) throws InterruptedException {
        int before = crew.told().size();
        await("miners to be told of more shares", () -> crew.told().size() >= before + MANY);
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
