package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.statistics.Count;

/** What the banned hear over a real socket. */
class BannedAddressTest {
    private static final BanSubject HERE = BanSubject.parse("127.0.0.1").orElseThrow();

    @TempDir
    Path folder;

    @Test
    void wrong_hashes_end_all_connections_of_the_address_and_the_next_one_hears_why() throws Exception {
        try (var server = server("");
                var rogue = server.miner();
                var neighbour = server.miner()) {
            neighbour.login("miner2");
            Work work = rogue.login("miner1");
            String hash = PlainMiner.find(work, 0, true).hash();
            int nonce = 0;
            for (int i = 1; i <= 5; i++) {
                Share weak = PlainMiner.find(work, nonce, false);
                nonce = Integer.parseInt(weak.nonce(), 16) + 1;
                rogue.submit(7, new Share(weak.job(), weak.nonce(), hash));
                assertThat(rogue.read())
                        .isEqualTo(
                                i < 5
                                        ? "7 no BAD_HASH"
                                        : "7 banned IP Address currently banned for 1 minute: too many wrong hashes");
            }

            assertThat(rogue.read()).isEqualTo("closed");
            assertThat(neighbour.read()).startsWith("- banned IP Address currently banned for ");
            try (var again = server.miner()) {
                assertThat(again.read()).startsWith("1 banned IP Address currently banned for ");
                assertThat(again.read()).isEqualTo("closed");
            }
            assertThat(server.total(Count.CONNECTIONS_BANNED)).isEqualTo(1);
            assertThat(server.total(Count.CONNECTIONS_CUT_BANNED))
                    .as("each of the two once")
                    .isEqualTo(2);
            assertThat(server.adapter.gateway().bans().unstored(10))
                    .singleElement()
                    .satisfies(ban -> assertThat(ban.actor()).isEqualTo("node 0"));
            assertThat(server.adapter.getStatistics().getValue("bans").toString())
                    .startsWith("127.0.0.1 until ");
        }
    }

    /** Two verifiers, each at its first false share; of what waits behind nothing is hashed once the address is banned. */
    @Test
    void false_shares_that_wait_when_their_address_is_banned_cost_no_hash() throws Exception {
        try (var server = server("ban-wrong-only = 2");
                var rogue = server.miner()) {
            Work work = rogue.login("miner1");
            Sha256Hasher.hold();
            for (int nonce = 0; nonce < 8; nonce++) {
                rogue.submit(7, PlainMiner.lie(work, nonce));
            }
            letPassUntilTwoAreJudged(server);
            assertThat(rogue.read()).isEqualTo("7 no BAD_HASH");
            assertThat(rogue.read()).startsWith("7 banned ");
            Sha256Hasher.letPass();

            // By two hashes each: the two that were judged, one that was under way, and one more where its verifier was
            // faster
            // than the ban.
            RunningAdapter.until(() -> server.total(Count.SHARES_UNHASHED) + server.total(Count.HASHES) / 2 == 8);
            assertThat(server.total(Count.SHARES_UNHASHED)).isBetween(4L, 5L);
        } finally {
            Sha256Hasher.letPass();
        }
    }

    @Test
    void at_the_door_a_sentence_comes_now_and_then_and_a_flood_is_only_closed() throws Exception {
        try (var server = server("ban-words-millis = 3600000")) {
            ban(server);
            try (var first = server.miner()) {
                assertThat(first.read()).isEqualTo("1 banned IP Address currently banned for 1 hour: floods us");
            }
            for (int i = 0; i < 50; i++) {
                try (var other = server.miner()) {
                    assertThat(other.read()).isEqualTo("closed");
                }
            }

            assertThat(server.total(Count.CONNECTIONS_BANNED)).isEqualTo(51);
            assertThat(server.total(Count.CONNECTIONS_REFUSED)).isEqualTo(51);
            assertThat(server.total(Count.CONNECTIONS_ACCEPTED)).isZero();
            server.adapter.gateway().bans().lift(HERE);
            try (var welcome = server.miner()) {
                assertThat(welcome.login("miner1").clean()).isTrue();
            }
        }
    }

    @Test
    void who_has_work_and_finds_no_share_is_cut() throws Exception {
        try (var server = server("first-share-millis = 500");
                var idle = server.miner()) {
            idle.login("miner1");

            assertThat(idle.read()).isEqualTo("closed");
            assertThat(server.total(Count.CONNECTIONS_CUT_SHARE)).isEqualTo(1);
        }
    }

    /** One hash at a time, and none before what came of the last one is known. */
    private static void letPassUntilTwoAreJudged(RunningAdapter server) {
        AtomicLong passed = new AtomicLong();
        RunningAdapter.until(() -> {
            long begun = server.total(Count.HASHES);
            long judged = server.total(Count.SHARES_BAD_HASH);
            boolean bothWait = begun == passed.get() + 2;
            boolean known = judged == begun - server.total(Count.HASHES_REPEATED) - 2;
            if (bothWait && known && judged < 2) {
                passed.incrementAndGet();
                Sha256Hasher.letPass(1);
            }
            return judged == 2;
        });
    }

    private RunningAdapter server(String more) throws Exception {
        RunningAdapter server = new RunningAdapter(folder, "exempt-loopback = false; " + more);
        server.publish(PlainTemplate.at(10));
        return server;
    }

    private static void ban(RunningAdapter server) {
        Instant now = Instant.now();
        server.adapter
                .gateway()
                .bans()
                .mirror(List.of(new Ban(HERE, now, now.plus(Duration.ofHours(1)), 1, "floods us", "olga")), now);
    }
}
