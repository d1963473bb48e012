package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

class MiningTest {
    @TempDir
    Path folder;

    @Test
    void a_good_share_is_stored_as_the_miner_found_it() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            Work work = miner.login("miner1.rig7");
            Share share = PlainMiner.find(work, 0, true);
            miner.submit(2, share);

            assertThat(miner.read()).isEqualTo("2 ok");
            AcceptedShare stored = server.listener.storedShares().get(0);
            assertThat(stored.miner().text()).isEqualTo("miner1");
            assertThat(stored.worker()).isEqualTo("rig7");
            assertThat(stored.difficulty()).isEqualTo(Difficulty.of(4));
            assertThat(stored.height()).isEqualTo(10);
            assertThat(stored.hash().hex()).isEqualTo(share.hash());
            assertThat(stored.number().sequence()).isEqualTo(1);
            assertThat(stored.acceptedAt()).isEqualTo(stored.acceptedAt().truncatedTo(ChronoUnit.MICROS));
        }
    }

    @Test
    void a_login_waits_for_the_first_template() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            miner.send("1 login miner1 x");
            RunningAdapter.until(
                    () -> !server.adapter.gateway().miners(RunningAdapter.POOL).isEmpty());
            server.publish(PlainTemplate.at(10));

            assertThat(miner.readJob().clean()).isTrue();
        }
    }

    @Test
    void a_miner_hears_ok_only_after_the_listener_has_returned() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            server.listener.hold();
            miner.submit(2, PlainMiner.find(miner.login("miner1"), 0, true));
            server.listener.arrivals.poll(30, TimeUnit.SECONDS);
            miner.send("3 alive " + miner.session());

            assertThat(miner.read()).isEqualTo("3 alive");
            server.listener.letPass();
            assertThat(miner.read()).isEqualTo("2 ok");
        }
    }

    @Test
    void a_share_counts_once_however_it_is_spelt() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            Share share = PlainMiner.find(miner.login("miner1"), 0x0a00_0000, true);
            miner.submit(2, share);
            assertThat(miner.read()).isEqualTo("2 ok");
            miner.submit(3, new Share(share.job(), share.nonce().toUpperCase(Locale.ROOT), share.hash()));

            assertThat(miner.read()).isEqualTo("3 no DUPLICATE");
            assertThat(server.listener.storedShares()).hasSize(1);
        }
    }

    @Test
    void a_share_of_an_older_template_of_the_same_height_is_good_and_of_the_height_before_stale() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            Work first = miner.login("miner1");
            server.publish(PlainTemplate.at(10));
            assertThat(miner.readJob().clean()).isFalse();
            miner.submit(2, PlainMiner.find(first, 0, true));
            assertThat(miner.read()).isEqualTo("2 ok");

            server.publish(PlainTemplate.at(11));
            assertThat(miner.readJob().clean()).isTrue();
            miner.submit(3, PlainMiner.find(first, 1_000, true));
            assertThat(miner.read()).isEqualTo("3 no STALE");
        }
    }

    @Test
    void a_share_of_a_job_that_is_forgotten_by_now_is_stale_and_of_one_never_given_unknown() throws Exception {
        try (var server = new RunningAdapter(folder, "jobs-per-miner = 2");
                var miner = new Login(server).miner) {
            Share first = PlainMiner.find(miner.login("miner1"), 0, true);
            for (int height = 11; height <= 13; height++) {
                server.publish(PlainTemplate.at(height));
                miner.readJob();
            }
            miner.submit(2, first);
            assertThat(miner.read()).isEqualTo("2 no STALE");
            miner.submit(3, new Share(first.job() + "0", first.nonce(), first.hash()));
            assertThat(miner.read()).isEqualTo("3 no UNKNOWN_JOB");

            assertThat(server.total(Count.SHARES_STALE)).isEqualTo(1);
            assertThat(server.total(Count.SHARES_UNKNOWN_JOB)).isEqualTo(1);
        }
    }

    @Test
    void a_share_of_a_rival_of_the_same_height_is_stale() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            Work first = miner.login("miner1");
            server.publish(new PlainTemplate(10, "another-parent", Difficulty.of(Long.MAX_VALUE)));
            assertThat(miner.readJob().clean()).isTrue();
            miner.submit(2, PlainMiner.find(first, 0, true));

            assertThat(miner.read()).isEqualTo("2 no STALE");
        }
    }

    @Test
    void each_kind_of_bad_share_has_its_own_answer_and_is_counted() throws Exception {
        try (var server = new RunningAdapter(folder, "life-sign-millis = 10");
                var miner = new Login(server).miner) {
            Work work = miner.login("miner1");
            Share good = PlainMiner.find(work, 0, true);
            Share weak = PlainMiner.find(work, 0, false);
            miner.submit(1, good);
            assertThat(miner.read()).isEqualTo("1 ok");
            miner.submit(2, weak);
            assertThat(miner.read()).isEqualTo("2 no LOW_DIFFICULTY");
            miner.submit(3, new Share(good.job(), weak.nonce(), good.hash()));
            assertThat(miner.read()).isEqualTo("3 no BAD_HASH");
            miner.submit(4, new Share("00", good.nonce(), good.hash()));
            assertThat(miner.read()).isEqualTo("4 no UNKNOWN_JOB");
            miner.submit(5, new Share(good.job(), good.nonce() + "00", good.hash()));
            assertThat(miner.read()).isEqualTo("5 no MALFORMED");

            RunningAdapter.until(() -> server.listener.stored.stream()
                            .mapToInt(batch -> batch.refused().size())
                            .sum()
                    == 4);
            assertThat(server.listener.stored)
                    .flatExtracting(batch -> batch.refused())
                    .extracting(RefusedCount::why)
                    .containsExactlyInAnyOrder(
                            ShareRefusal.LOW_DIFFICULTY,
                            ShareRefusal.BAD_HASH,
                            ShareRefusal.UNKNOWN_JOB,
                            ShareRefusal.MALFORMED);
        }
    }

    @Test
    void a_share_without_a_claimed_hash_is_judged_by_the_computed_one() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = new Login(server).miner) {
            Work work = miner.login("miner1");
            String prefix = " submit " + miner.session() + " " + work.id() + " ";
            miner.send("2" + prefix + PlainMiner.find(work, 0, true).nonce());
            assertThat(miner.read()).isEqualTo("2 ok");
            miner.send("3" + prefix + PlainMiner.find(work, 0, false).nonce());
            assertThat(miner.read()).isEqualTo("3 no LOW_DIFFICULTY");
        }
    }

    @Test
    void a_miner_of_wrong_hashes_is_cut() throws Exception {
        try (var server = new RunningAdapter(folder, "bad-hashes = 1");
                var miner = new Login(server).miner) {
            Work work = miner.login("miner1");
            Share good = PlainMiner.find(work, 0, true);
            miner.submit(
                    2, new Share(good.job(), PlainMiner.find(work, 0, false).nonce(), good.hash()));

            assertThat(miner.read()).isEqualTo("2 problem BAD_HASHES");
            assertThat(miner.read()).isEqualTo("closed");
        }
    }

    @Test
    void a_block_goes_to_the_listener_with_the_number_of_its_share_until_it_is_taken() throws Exception {
        try (var server = new RunningAdapter(folder, "")) {
            server.listener.blockFailures.set(3);
            server.publish(new PlainTemplate(10, "parent", Difficulty.of(1)));
            try (var miner = server.miner()) {
                Work work = miner.login("miner1");
                assertThat(work.difficulty()).isEqualTo(Difficulty.of(1));
                Share share = PlainMiner.find(work, 0, true);
                miner.submit(2, share);
                assertThat(miner.read()).isEqualTo("2 ok");

                FoundBlock block = server.listener.blocks.poll(30, TimeUnit.SECONDS);
                AcceptedShare stored = server.listener.storedShares().get(0);
                assertThat(block).isNotNull();
                assertThat(block.watermark()).isEqualTo(stored.number());
                assertThat(block.foundAt()).isEqualTo(stored.acceptedAt());
                assertThat(block.block().ref().id()).isEqualTo(share.hash());
                assertThat(block.block().bytes().hex()).endsWith(share.nonce());
            }
        }
    }

    /** A connection to a server that has a template. */
    private record Login(PlainMiner miner) {
        Login(RunningAdapter server) throws IOException {
            this(withTemplate(server).miner());
        }

        private static RunningAdapter withTemplate(RunningAdapter server) {
            server.publish(PlainTemplate.at(10));
            RunningAdapter.until(() -> server.total(Count.TEMPLATES_PUBLISHED) == 1);
            return server;
        }
    }
}
