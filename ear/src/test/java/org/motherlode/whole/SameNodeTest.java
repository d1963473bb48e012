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

/** Two servers with one node id on one database. */
class SameNodeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;
    private static final String TAKEN = "another server uses node id 0; give each its own nodeId";

    @TempDir
    Path folder;

    @Test
    void the_second_lets_nobody_in_and_says_why_until_the_first_is_dead() throws Exception {
        int left = FreePort.next();
        int right = FreePort.next();
        try (ToyNode node = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyServer first = new ToyServer(sub("first"), List.of(pool("left", node, port(left), "")))) {
            mine(first, left, "toy:amy");
            try (ToyServer second = first.twin(
                    sub("second"), new ToyServer.Wishes(List.of(pool("right", node, port(right), "")), ""))) {
                refuses(second);
                outage(first, second);
                mine(first, left, "toy:amy");
                refuses(second);
                await("the first to look for its pool's work", () -> first.ready()
                        .contains("looks for work of left"));
                assertThat(second.ready()).contains("looks for work of no pool");

                first.server().kill();
                await("the second to be ready", () -> second.ready()
                        .contains("\"node\":\"up: node id 0 is this server's\""));
                mine(second, right, "toy:bob");
                assertThat(second.ready()).contains("\"status\":\"UP\"").doesNotContain(TAKEN);
            }
        }
    }

    private static void refuses(ToyServer second) throws Exception {
        assertThat(second.ready())
                .contains("\"status\":\"DOWN\"")
                .contains("\"node\":\"DOWN: " + TAKEN)
                .contains("\"right.pool\":\"down, not needed: " + TAKEN);
        assertThat(second.api("pools"))
                .contains("{\"pool\":\"right\",\"state\":\"closed\",\"reason\":\"" + TAKEN + "\"}");
    }

    /** Longer than a waiting server's patience. */
    private static void outage(ToyServer first, ToyServer second) throws Exception {
        first.database().stopImmediately();
        await("the first to miss its lock", () -> first.ready()
                .contains("\"node\":\"down, not needed: node id 0 is not"));
        await("the second to miss the database", () -> second.ready().contains("\"database\":\"down"));
        assertThat(first.ready()).contains("\"status\":\"UP\"");
        first.database().start();
        await("the first to have its lock again", () -> first.ready().contains("\"node\":\"up"));
    }

    private static void mine(ToyServer server, int port, String miner) throws Exception {
        Books books = new Books(server.database());
        ToyCrew crew = new ToyCrew(port, List.of(miner));
        try (crew) {
            await(miner + " to be told of shares", () -> crew.told().size() >= 20);
        }
        await("all shares in the books", () -> books.notStoredOnce(crew.told()).isEmpty());
    }

    private Path sub(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
