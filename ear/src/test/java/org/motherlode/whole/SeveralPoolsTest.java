package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** Two healthy pools of two chains on one server, among pools that are wrong in every way. */
class SeveralPoolsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NO_BLOCKS = Long.MAX_VALUE / 2;

    @TempDir
    Path folder;

    @Test
    void shares_do_not_mix_and_what_is_wrong_with_a_pool_is_no_other_s_trouble() throws Exception {
        int left = FreePort.next();
        int right = FreePort.next();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ToyNode leftNode = new ToyNode(NO_BLOCKS, ToyPool.ACCOUNT);
                ToyNode rightNode = new ToyNode(NO_BLOCKS, "toy:right");
                ToyNode third = new ToyNode(NO_BLOCKS, "toy:third")) {
            List<PoolEntry> pools = List.of(
                    pool("left", leftNode, port(left), ""),
                    pool("right", rightNode, port(right), ""),
                    pool("taken", third, port(taken.getLocalPort()), ""),
                    pool("nonsense", third, "127.0.0.1 toy 5", ""),
                    pool("typo", third, port(FreePort.next()), "payout.treshold = 0.3"));
            try (ToyServer server = new ToyServer(folder, pools)) {
                mine(server, left, right);
                whatTheOperatorSees(server, taken.getLocalPort());
            }
        }
    }

    private static void mine(ToyServer server, int left, int right) throws Exception {
        Books books = new Books(server.database());
        ToyCrew amy = new ToyCrew(left, List.of("toy:amy"));
        ToyCrew bob = new ToyCrew(right, List.of("toy:bob"));
        try (amy;
                bob) {
            await(
                    "both to be told of shares",
                    () -> amy.told().size() >= 20 && bob.told().size() >= 20);
        }
        await(
                "all shares in the books",
                () -> books.shares() >= amy.told().size() + bob.told().size());
        assertThat(books.notStoredOnce(amy.told())).isEmpty();
        assertThat(books.notStoredOnce(bob.told())).isEmpty();
        assertThat(books.sharesOf("left", "toy:amy") + books.sharesOf("right", "toy:bob"))
                .isEqualTo(books.shares());
    }

    private static void whatTheOperatorSees(ToyServer server, int takenPort) throws Exception {
        String port = "127.0.0.1:" + takenPort;
        assertThat(server.ready())
                .contains("\"status\":\"UP\"")
                .contains("\"taken.pool\":\"down, not needed: ports name one that cannot be opened: " + port)
                .contains("\"nonsense.pool\":\"down, not needed: ports must be")
                .contains("\"typo.pool\":\"down, not needed: payout.treshold is not a setting");
        assertThat(server.api("pools"))
                .contains("{\"pool\":\"nonsense\",\"state\":\"closed\",\"setting\":\"ports\"}")
                .contains("{\"pool\":\"taken\",\"state\":\"closed\",\"setting\":\"ports\"}")
                .contains("{\"pool\":\"typo\",\"state\":\"closed\",\"setting\":\"payout.treshold\"}");
        assertThat(server.figures())
                .contains("\"pools_open\" => 2L", "\"pools_stopped\" => 3L")
                .contains("nonsense: ports must be", "taken: ports name one that cannot be opened: " + port)
                .contains("typo: payout.treshold is not a setting");
    }

    private static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }
}
