package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;

/** One share that is sent again in every way there is: it is credited once. */
class ReplayedShareTest {
    private static final int NONCE_WITH_A_LETTER = 0x0a00_0000;

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    @Test
    void on_its_own_connection_in_any_spelling() throws Exception {
        try (var server = server(folder, 0);
                var miner = server.miner()) {
            Share share = found(miner.login("miner1"));
            miner.submit(2, share);
            assertThat(miner.read()).isEqualTo("2 ok");
            miner.submit(3, share);
            assertThat(miner.read()).isEqualTo("3 no DUPLICATE");
            miner.submit(4, spelt(share, share.nonce().toUpperCase(Locale.ROOT)));
            assertThat(miner.read()).isEqualTo("4 no DUPLICATE");
            miner.submit(5, spelt(share, "0x" + share.nonce()));
            assertThat(miner.read()).isEqualTo("5 problem MALFORMED");

            assertThat(server.listener.storedShares()).hasSize(1);
        }
    }

    @Test
    void on_another_connection_and_after_a_reconnect() throws Exception {
        try (var server = server(folder, 0);
                var second = server.miner()) {
            Work ofSecond = second.login("miner1");
            Share share;
            String session;
            try (var first = server.miner()) {
                share = found(first.login("miner1"));
                session = first.session();
                first.submit(2, share);
                assertThat(first.read()).isEqualTo("2 ok");
                second.submit(2, share);
                assertThat(second.read()).isEqualTo("2 no UNKNOWN_JOB");
                second.submit(3, new Share(ofSecond.id(), share.nonce(), share.hash()));
                assertThat(second.read()).isEqualTo("3 no BAD_HASH");
            }
            try (var again = server.miner()) {
                again.login("miner1");
                again.submit(2, share);
                assertThat(again.read()).isEqualTo("2 no UNKNOWN_JOB");
                again.send("3 submit " + session + " " + share.job() + " " + share.nonce() + " " + share.hash());
                assertThat(again.read()).isEqualTo("3 problem NOT_LOGGED_IN");
            }

            assertThat(server.listener.storedShares()).hasSize(1);
        }
    }

    @Test
    void at_another_node_and_after_a_restart() throws Exception {
        Share share;
        try (var server = server(folder, 0);
                var miner = server.miner()) {
            share = found(miner.login("miner1"));
            miner.submit(2, share);
            assertThat(miner.read()).isEqualTo("2 ok");
            assertIsNothing(otherFolder, 1, share);
        }
        assertIsNothing(folder, 0, share);
    }

    /** Where this share was not found, neither the job nor the same nonce on a job of its own is worth anything. */
    private static void assertIsNothing(Path folder, int node, Share share) throws Exception {
        try (var server = server(folder, node);
                var miner = server.miner()) {
            Work own = miner.login("miner1");
            miner.submit(2, share);
            assertThat(miner.read()).isEqualTo("2 no UNKNOWN_JOB");
            miner.submit(3, new Share(own.id(), share.nonce(), share.hash()));
            assertThat(miner.read()).isEqualTo("3 no BAD_HASH");

            assertThat(server.listener.storedShares()).isEmpty();
        }
    }

    private static RunningAdapter server(Path folder, int node) throws Exception {
        RunningAdapter server =
                RunningAdapter.withPool(folder, "", RunningAdapter.pool("toy", "127.0.0.1:0 plain 4"), node);
        server.publish(PlainTemplate.at(10));
        return server;
    }

    private static Share found(Work work) {
        return PlainMiner.find(work, NONCE_WITH_A_LETTER, true);
    }

    private static Share spelt(Share share, String nonce) {
        return new Share(share.job(), nonce, share.hash());
    }
}
