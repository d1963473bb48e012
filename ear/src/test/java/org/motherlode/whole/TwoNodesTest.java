package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyAudit.await;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyMiner;
import org.motherlode.toy.ToyNode;

/** A cluster of two servers on one database, with one pool that is open on both; one is killed, comes back and dies for good. */
class TwoNodesTest {
    private static final int JGROUPS = 7_600;
    private static final String POOL = "toys";
    private static final List<String> TIMERS = List.of("settle-block.timer", "pay-miners.timer");
    private static final String JOBS = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";

    @TempDir
    Path folder;

    private final List<Integer> stratum;
    private final List<Integer> offsets;

    TwoNodesTest() throws IOException {
        stratum = List.of(FreePort.next(), FreePort.next());
        offsets = List.of(ToyServer.anyPortOffset(), ToyServer.anyPortOffset());
    }

    @Test
    void both_take_shares_one_looks_for_work_and_the_other_does_when_that_is_dead() throws Exception {
        try (ToyNode node = new ToyNode(ToyPool.BLOCK_DIFFICULTY, ToyPool.ACCOUNT);
                ToyServer left = new ToyServer(sub("left"), wishes(node, 0));
                ToyServer right = left.twin(sub("right"), wishes(node, 1))) {
            Books books = new Books(left.database());
            ToyAudit audit = new ToyAudit(node, books, List.of("toy:amy", "toy:bob"));
            ToyCrew ofLeft = new ToyCrew(stratum.get(0), List.of("toy:amy"));
            ToyCrew ofRight = new ToyCrew(stratum.get(1), List.of("toy:bob"));
            try (ofRight) {
                try (ofLeft) {
                    await(
                            "shares at both",
                            () -> ofLeft.told().size() >= 20 && ofRight.told().size() >= 20);
                    await("blocks", () -> books.blocksOfState("MATURE") > 0);
                    assertOneLooks(left, right);
                    banIsKnownAtOnce(left, right);
                    left.server().kill();
                    for (String timer : TIMERS) {
                        await(timer + " of the other", () -> looks(right.ready(), timer, POOL));
                    }
                    moreShares(ofRight);
                    left.start();
                    moreShares(ofLeft);
                }
                audit.sharesOf(ofLeft);
                left.server().kill();
                await("a block that waits for what the dead one may still have", () -> books.incompleteBlocks() > 0);
                moreShares(ofRight);
                assertThat(books.incompleteBlocks()).isPositive();
            }
            audit.sharesOf(ofRight);
            retire(left, 0);
            await("no block to wait for the retired", () -> books.incompleteBlocks() == 0);
            node.pass(ToyPool.MATURITY);
            audit.money();
        }
    }

    private static void moreShares(ToyCrew crew) throws InterruptedException {
        int before = crew.told().size();
        await("more shares", () -> crew.told().size() >= before + 20);
    }

    private ToyServer.Wishes wishes(ToyNode node, int number) {
        String hosts = Stream.of(0, 1)
                .map(each -> "127.0.0.1[" + (JGROUPS + offsets.get(each)) + "]")
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        Map<String, String> properties = Map.of(
                "motherlode.node-id",
                Integer.toString(number),
                "motherlode.cluster.container",
                "motherlode-cluster",
                "motherlode.cluster.name",
                "two-nodes-" + stratum.get(0),
                "motherlode.cluster.hosts",
                hosts,
                "motherlode.ban.mirror-seconds",
                "3600");
        return new ToyServer.Wishes(
                List.of(pool(POOL, node, port(stratum.get(number)), ToyPool.TERMS)),
                "",
                offsets.get(number),
                properties);
    }

    private static void assertOneLooks(ToyServer left, ToyServer right) throws Exception {
        String ofLeft = left.ready();
        String ofRight = right.ready();
        for (String timer : TIMERS) {
            assertThat(Stream.of(ofLeft, ofRight).filter(ready -> looks(ready, timer, POOL)))
                    .as(timer)
                    .hasSize(1);
            assertThat(Stream.of(ofLeft, ofRight).filter(ready -> looks(ready, timer, "no pool")))
                    .as(timer)
                    .hasSize(1);
        }
    }

    private static boolean looks(String ready, String timer, String pools) {
        return ready.contains("\"" + timer + "\":\"up: this server's timer looks for work of " + pools + "\"");
    }

    /** The table is read again in an hour only: what the second knows it has from the cache. */
    private void banIsKnownAtOnce(ToyServer first, ToyServer second) throws Exception {
        assertThat(isLetIn("toy:eve")).isTrue();
        String words = "job-xml-name=%s,properties={subject=\"wallet:toy:eve\",%sactor=\"olga\"}";
        run(first, words.formatted("ban", "minutes=\"60\",reason=\"floods us\","));
        await("the ban at the second", () -> !isLetIn("toy:eve"));
        assertThat(second.figures()).contains("wallet:toy:eve until ");
        run(first, words.formatted("lift-ban", ""));
        await("its end at the second", () -> isLetIn("toy:eve"));
    }

    private boolean isLetIn(String miner) {
        try {
            new ToyMiner(stratum.get(1), miner, "rig").close();
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("floods us");
            return false;
        }
    }

    private static void run(ToyServer server, String job) throws IOException {
        assertThat(server.server().console(JOBS + ":start-job(" + job + ")")).contains("\"outcome\" => \"success\"");
    }

    private static void retire(ToyServer server, int node) throws SQLException {
        try (Connection connection = server.database().ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE pool_node SET retired = true WHERE node = " + node))
                    .isOne();
        }
    }

    private Path sub(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }
}
