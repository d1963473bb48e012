package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.statistics.Count;

/**
 * While every verifier is at a hash that does not end, whatever needs no hash is answered as always. Nothing is timed: an
 * answer that had to wait for a verifier would never come.
 */
class BusyVerifiersTest {
    private static final int VERIFIERS = 2;
    private static final int IN_FLIGHT = 4;
    private static final int LINE = 6;

    @TempDir
    Path folder;

    private RunningAdapter server;
    private PlainMiner busy;
    private PlainMiner.Work work;
    private List<Share> shares;

    @BeforeEach
    void every_verifier_hashes() throws Exception {
        server = new RunningAdapter(folder, "unproven-in-flight = " + IN_FLIGHT + "; unproven-line = " + LINE);
        server.publish(PlainTemplate.at(10));
        busy = server.miner();
        work = busy.login("miner1");
        shares = shares(work, IN_FLIGHT + 1);
        Sha256Hasher.hold();
        for (Share share : shares.subList(0, IN_FLIGHT)) {
            busy.submit(5, share);
        }
        RunningAdapter.until(() -> Sha256Hasher.held() == VERIFIERS);
    }

    @AfterEach
    void let_them_go() throws Exception {
        Sha256Hasher.letPass();
        busy.close();
        server.close();
    }

    @Test
    void everything_that_is_refused_without_a_hash_is_refused_at_once() throws Exception {
        Share easy = PlainMiner.find(work, 0, false);
        busy.submit(10, easy);
        assertThat(busy.read()).isEqualTo("10 no LOW_DIFFICULTY");
        busy.submit(11, new Share("nojob", easy.nonce(), easy.hash()));
        assertThat(busy.read()).isEqualTo("11 no UNKNOWN_JOB");
        busy.submit(12, new Share(work.id(), "00", easy.hash()));
        assertThat(busy.read()).isEqualTo("12 no MALFORMED");
        busy.submit(13, shares.get(IN_FLIGHT));
        assertThat(busy.read()).isEqualTo("13 no THROTTLED");
        busy.send("14 submit " + busy.session());
        assertThat(busy.read()).isEqualTo("null problem MALFORMED");
        assertThat(Sha256Hasher.held()).isEqualTo(VERIFIERS);
    }

    @Test
    void a_duplicate_is_refused_and_so_is_what_came_too_late() throws Exception {
        try (PlainMiner other = server.miner()) {
            PlainMiner.Work first = other.login("miner2");
            Share share = PlainMiner.find(first, 0, true);
            other.submit(20, share);
            other.submit(21, share);
            assertThat(other.read()).isEqualTo("21 no DUPLICATE");
            server.publish(PlainTemplate.at(11));
            assertThat(other.readJob().clean()).isTrue();
            other.submit(22, PlainMiner.find(first, Integer.parseInt(share.nonce(), 16) + 1, true));
            assertThat(other.read()).isEqualTo("22 no STALE");
        }
    }

    @Test
    void miners_come_in_are_heard_and_get_jobs() throws Exception {
        try (PlainMiner other = server.miner()) {
            other.login("miner2");
            other.send("30 alive " + other.session());
            assertThat(other.read()).isEqualTo("30 alive");
            other.send("31 getjob " + other.session());
            assertThat(other.read()).startsWith("31 job ");
        }
    }

    /** Three connections of one address with two each: nobody has to make room for anybody. */
    @Test
    void what_finds_the_line_full_is_refused_without_blame_and_may_come_again() throws Exception {
        try (PlainMiner other = server.miner();
                PlainMiner third = server.miner()) {
            for (Share share : shares(third.login("miner3"), 2)) {
                third.submit(40, share);
            }
            List<Share> more = shares(other.login("miner2"), 3);
            other.submit(41, more.get(0));
            other.submit(41, more.get(1));
            RunningAdapter.until(() -> waiting() == LINE);
            other.submit(42, more.get(2));
            assertThat(other.read()).isEqualTo("42 no NOT_READY");
            assertThat(server.total(Count.SHARES_DISPLACED)).isZero();
            Sha256Hasher.letPass();
            assertThat(other.read()).isEqualTo("41 ok");
            assertThat(other.read()).isEqualTo("41 ok");
            other.submit(43, more.get(2));

            assertThat(other.read()).isEqualTo("43 ok");
        }
    }

    @Test
    void a_connection_that_has_most_in_a_full_line_makes_room_for_another_of_its_address() throws Exception {
        try (PlainMiner other = server.miner();
                PlainMiner third = server.miner()) {
            for (Share share : shares(third.login("miner3"), IN_FLIGHT)) {
                third.submit(40, share);
            }
            RunningAdapter.until(() -> waiting() == LINE);
            other.submit(41, shares(other.login("miner2"), 1).get(0));

            assertThat(third.read()).isEqualTo("40 no NOT_READY");
            assertThat(server.total(Count.SHARES_DISPLACED)).isEqualTo(1);
            Sha256Hasher.letPass();
            assertThat(other.read()).isEqualTo("41 ok");
        }
    }

    @Test
    void in_the_end_every_share_is_answered() throws Exception {
        Sha256Hasher.letPass();

        for (int i = 0; i < IN_FLIGHT; i++) {
            assertThat(busy.read()).isEqualTo("5 ok");
        }
    }

    private long waiting() {
        return server.adapter.gateway().figures().values().getOrDefault("verify_unproven_waiting", 0L);
    }

    private static List<Share> shares(PlainMiner.Work work, int count) {
        List<Share> shares = new ArrayList<>();
        int nonce = 0;
        for (int i = 0; i < count; i++) {
            Share share = PlainMiner.find(work, nonce, true);
            nonce = Integer.parseInt(share.nonce(), 16) + 1;
            shares.add(share);
        }
        return shares;
    }
}
