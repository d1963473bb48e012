package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyAudit.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/**
 * What a share needs on its way is away for long while miners mine, and comes back. Each time the condition that
 * docs/operators.md names says so, nothing that a miner was told of is lost, and no person does anything to the server.
 */
@Tag("long")
@Timeout(3_600)
class LongOutagesTest {
    private static final System.Logger LOG = System.getLogger(LongOutagesTest.class.getName());
    private static final Duration OUTAGE = Duration.ofMinutes(Long.getLong("motherlode.outage.minutes", 10));
    private static final int SHARES_A_SECOND = 500;
    private static final long SHARE_DIFFICULTY = 100;

    /** At 500 shares a second about one each half a minute, and one each four seconds. */
    private static final long SELDOM_BLOCKS = 1_500_000;

    private static final long FREQUENT_BLOCKS = 200_000;

    private static final List<String> MINERS = List.of("toy:amy", "toy:bob", "toy:cleo");

    /** So many of each miner's machines, each of which has a share and rests so long, make 500 shares a second and more. */
    private static final int MACHINES = 20;

    private static final long REST_MILLIS = 90;

    @TempDir
    Path folder;

    @Test
    void ten_minutes_without_a_database_lose_no_share_and_stop_no_miner() throws Exception {
        int port = FreePort.next();
        try (ToyNode node = new ToyNode(SELDOM_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, List.of(ToyServer.pool(node, port, SHARE_DIFFICULTY)))) {
            Books books = new Books(server.database());
            ToyCrew crew = crew(port);
            try (crew) {
                await("shares in the books", () -> books.shares() >= SHARES_A_SECOND);
                withoutDatabase(server, crew);
                int told = crew.told().size();
                await("all that was told to be in the books", () -> books.shares() >= told);
                await(
                        "the alarms to end",
                        () -> isUp(server, "database")
                                && isUp(server, "shares.ledger")
                                && isUp(server, "blocks.database"));
            }
            allIsThere(node, books, crew);
        }
    }

    private static void withoutDatabase(ToyServer server, ToyCrew crew) throws Exception {
        server.database().kill();
        int before = crew.told().size();
        long began = System.nanoTime();
        await(
                "the alarms",
                () -> isAlarm(server, "database", "the database does not answer: ")
                        && isAlarm(server, "shares.ledger", "waiting for the database: "));
        Waiting.until(OUTAGE.minusNanos(System.nanoTime() - began), () -> false);
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        int told = crew.told().size() - before;
        assertThat(server.ready()).contains("\"status\":\"UP\"");
        assertThat(isAlarm(server, "database", "the database does not answer: ")
                        && isAlarm(server, "shares.ledger", "waiting for the database: ")
                        && isAlarm(server, "blocks.database", "waiting for the database: "))
                .isTrue();
        LOG.log(System.Logger.Level.INFO, told + " shares in " + seconds + " s without a database");
        assertThat(told / seconds).as("shares a second meanwhile").isGreaterThanOrEqualTo(SHARES_A_SECOND);
        server.database().start();
    }

    @Test
    void a_full_disk_of_the_broker_is_told_to_miners_and_loses_nothing_that_they_were_told_of() throws Exception {
        int port = FreePort.next();
        try (FullDisk disk = new FullDisk(folder.resolve("server/data"));
                ToyNode node = new ToyNode(FREQUENT_BLOCKS, ToyPool.ACCOUNT);
                ToyServer server = new ToyServer(folder, wishes(disk, node, port))) {
            Books books = new Books(server.database());
            ToyCrew crew = crew(port);
            try (crew) {
                await("shares in the books", () -> books.shares() >= SHARES_A_SECOND);
                disk.fill();
                await("miners to hear of an error", () -> crew.refusals().stream()
                        .anyMatch(words -> words.equals("BAD NOT_READY")));
                await("the alarm", () -> isDown(server, "shares.queue", "the queue took no message: "));
                assertThat(server.ready()).contains("\"status\":\"DOWN\"");
                int told = crew.told().size();
                disk.empty();
                await("the alarm to end", () -> isUp(server, "shares.queue"));
                await("more shares", () -> crew.told().size() >= told + SHARES_A_SECOND);
                await("the server to be ready", () -> server.ready().contains("\"status\":\"UP\""));
            }
            allIsThere(node, books, crew);
        }
    }

    /** A disk in memory has no asynchronous writing past its cache. */
    private static ToyServer.Wishes wishes(FullDisk disk, ToyNode node, int port) throws Exception {
        return new ToyServer.Wishes(
                List.of(ToyServer.pool(node, port, SHARE_DIFFICULTY)),
                "",
                ToyServer.anyPortOffset(),
                Map.of(
                        "motherlode.journal",
                        "NIO",
                        "motherlode.journal.disk-percent",
                        Integer.toString(disk.limitPercent())));
    }

    private static ToyCrew crew(int port) {
        List<String> machines = Collections.nCopies(MACHINES, MINERS).stream()
                .flatMap(List::stream)
                .toList();
        return new ToyCrew(port, machines, REST_MILLIS);
    }

    private static void allIsThere(ToyNode node, Books books, ToyCrew crew) throws Exception {
        ToyAudit audit = new ToyAudit(node, books, MINERS);
        audit.sharesOf(crew);
        assertThat(books.gaps()).isZero();
        await("blocks on the chain", () -> books.blocksOfState("IMMATURE") + books.blocksOfState("MATURE") > 0);
        node.pass(ToyPool.MATURITY);
        audit.money();
    }

    private static boolean isUp(ToyServer server, String condition) throws IOException, InterruptedException {
        return server.ready().contains("\"" + condition + "\":\"up");
    }

    private static boolean isAlarm(ToyServer server, String condition, String words)
            throws IOException, InterruptedException {
        return server.ready().contains("\"" + condition + "\":\"down, not needed: " + words);
    }

    private static boolean isDown(ToyServer server, String condition, String words)
            throws IOException, InterruptedException {
        return server.ready().contains("\"" + condition + "\":\"DOWN: " + words);
    }
}
