package org.motherlode.ra;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.health.Condition;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.statistics.Count;

class DeliveryTest {
    private static final int SHARES = 50;

    @TempDir
    Path folder;

    @Test
    void while_the_listener_fails_nothing_is_lost_or_reordered_and_a_batch_keeps_its_id() throws Exception {
        try (var server = server("");
                var miner = server.miner()) {
            server.listener.failures.set(4);
            sendShares(miner, SHARES);

            List<String> answers = new ArrayList<>();
            for (int i = 0; i < SHARES; i++) {
                answers.add(miner.read());
            }
            assertThat(answers).allMatch(line -> line.endsWith(" ok"));
            assertThat(server.listener.storedShares())
                    .extracting(share -> share.number().sequence())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, SHARES).boxed().toList());
            assertThat(server.listener.storedShares())
                    .extracting(share -> share.acceptedAt())
                    .isSorted()
                    .doesNotHaveDuplicates();
            ShareBatch first = server.listener.seen.get(0);
            assertThat(server.listener.seen.subList(1, 5)).containsOnly(first);
            assertThat(new HashSet<>(server.listener.seen)).hasSameSizeAs(server.listener.stored);
            assertThat(server.total(Count.DELIVERIES_FAILED)).isGreaterThanOrEqualTo(4);
            assertThat(server.listener.openEndpoints).hasValue(0);
        }
    }

    /** An {@link Error} would end the one thread that stores shares, if nothing were done about it. */
    @Test
    void a_listener_that_breaks_down_loses_and_reorders_nothing_and_that_is_told() throws Exception {
        try (var server = server("");
                var miner = server.miner();
                var log = new LogEar(Level.INFO)) {
            server.listener.errors.set(4);
            sendShares(miner, SHARES);

            for (int i = 0; i < SHARES; i++) {
                assertThat(miner.read()).endsWith(" ok");
            }
            assertThat(server.listener.storedShares())
                    .extracting(share -> share.number().sequence())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, SHARES).boxed().toList());
            assertThat(server.listener.seen.subList(1, 5)).containsOnly(server.listener.seen.get(0));
            assertThat(server.total(Count.STORING_FAULTS)).isEqualTo(4);
            assertThat(server.listener.openEndpoints).hasValue(0);
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .singleElement(as(STRING))
                    .contains("shares are not stored yet", "unable to create native thread");
            assertThat(server.adapter.gateway().conditions())
                    .extracting(Condition::name, Condition::needed)
                    .containsExactly(tuple("adapter.storing", false));
        }
    }

    @Test
    void a_listener_that_keeps_breaking_down_is_a_reason_to_mine_elsewhere_and_a_stop_ends_all_the_same()
            throws Exception {
        try (var server = server("");
                var miner = server.miner()) {
            server.listener.errors.set(Integer.MAX_VALUE);
            sendShares(miner, 1);
            RunningAdapter.until(() -> server.total(Count.STORING_FAULTS) > 1);

            assertThat(server.adapter.gateway().conditions())
                    .extracting(Condition::name, Condition::needed)
                    .containsExactly(tuple("adapter.storing", true));
            assertThat(server.adapter.gateway().figures().values()).containsEntry("shares_unstored", 1L);
        }

        // The last worker of a pool that has ended may still be on its way out.
        RunningAdapter.until(() -> RunningAdapter.threads().isEmpty());
    }

    @Test
    void shares_gather_while_a_batch_is_being_stored() throws Exception {
        try (var server = server("");
                var miner = server.miner()) {
            server.listener.hold();
            sendShares(miner, SHARES);
            RunningAdapter.until(() -> server.total(Count.SHARES_ACCEPTED) == SHARES);
            server.listener.letPass();
            for (int i = 0; i < SHARES; i++) {
                assertThat(miner.read()).endsWith(" ok");
            }

            assertThat(server.listener.stored).hasSizeBetween(1, 2);
        }
    }

    @Test
    void shares_wait_for_a_listener_that_went_away() throws Exception {
        try (var server = server("");
                var miner = server.miner()) {
            server.adapter.endpointDeactivation(server.listener, new ShareActivation());
            sendShares(miner, 3);
            RunningAdapter.until(() -> server.total(Count.SHARES_ACCEPTED) == 3);
            var next = new RecordingListener();
            server.adapter.endpointActivation(next, new ShareActivation());

            for (int i = 0; i < 3; i++) {
                assertThat(miner.read()).endsWith(" ok");
            }
            assertThat(next.storedShares()).hasSize(3);
            assertThat(server.listener.storedShares()).isEmpty();
        }
    }

    @Test
    void a_delivery_that_does_not_come_back_is_broken_off_and_repeated() throws Exception {
        try (var server = server("call-millis = 100");
                var miner = server.miner()) {
            server.listener.hold();
            sendShares(miner, 1);
            RunningAdapter.until(() -> server.total(Count.DELIVERIES_FAILED) > 1);
            server.listener.letPass();

            assertThat(miner.read()).isEqualTo("1000 ok");
            assertThat(server.listener.storedShares()).hasSize(1);
        }
    }

    @Test
    void a_miner_that_waits_too_long_hears_an_error_once_and_its_share_is_stored_all_the_same() throws Exception {
        try (var server = server("answer-millis = 10");
                var miner = server.miner()) {
            server.listener.hold();
            sendShares(miner, 1);
            assertThat(miner.read()).isEqualTo("1000 not yet");
            server.listener.letPass();
            RunningAdapter.until(() -> server.listener.storedShares().size() == 1);
            miner.send("2 alive " + miner.session());

            assertThat(miner.read()).isEqualTo("2 alive");
        }
    }

    @Test
    void a_full_line_takes_no_more_and_forgets_that_it_saw_the_share() throws Exception {
        try (var server = server("share-line = 1");
                var miner = server.miner()) {
            server.listener.hold();
            Work work = miner.login("miner1");
            var first = PlainMiner.find(work, 0, true);
            var second = PlainMiner.find(work, 10_000, true);
            miner.submit(2, first);
            server.listener.arrivals.poll(30, TimeUnit.SECONDS);
            miner.submit(3, second);
            assertThat(miner.read()).isEqualTo("3 no NOT_READY");
            server.listener.letPass();
            assertThat(miner.read()).isEqualTo("2 ok");
            miner.submit(4, second);

            assertThat(miner.read()).isEqualTo("4 ok");
        }
    }

    @Test
    void refused_shares_of_one_that_never_had_a_good_one_are_counted_and_leave_nothing_to_store() throws Exception {
        try (var server = server("life-sign-millis = 10");
                var miner = server.miner()) {
            Work work = miner.login("miner1.any-name");
            miner.submit(2, PlainMiner.find(work, 0, false));
            assertThat(miner.read()).isEqualTo("2 no LOW_DIFFICULTY");
            miner.submit(3, PlainMiner.find(work, 0, true));
            assertThat(miner.read()).isEqualTo("3 ok");

            assertThat(server.total(Count.SHARES_LOW_DIFFICULTY)).isEqualTo(1);
            assertThat(server.listener.stored)
                    .allSatisfy(batch -> assertThat(batch.refused()).isEmpty());
        }
    }

    @Test
    void a_stop_delivers_what_is_in_line() throws Exception {
        RecordingListener listener;
        try (var server = server("");
                var miner = server.miner()) {
            listener = server.listener;
            listener.hold();
            sendShares(miner, 5);
            RunningAdapter.until(() -> server.total(Count.SHARES_ACCEPTED) == 5);
        }

        assertThat(listener.storedShares()).hasSize(5);
    }

    private RunningAdapter server(String settings) throws Exception {
        var server = new RunningAdapter(folder, "unproven-in-flight = 1000; shares-in-flight = 1000; " + settings);
        server.publish(PlainTemplate.at(10));
        RunningAdapter.until(() -> server.total(Count.TEMPLATES_PUBLISHED) == 1);
        return server;
    }

    private static void sendShares(PlainMiner miner, int count) throws Exception {
        Work work = miner.login("miner1");
        int nonce = 0;
        for (int i = 0; i < count; i++) {
            var share = PlainMiner.find(work, nonce, true);
            nonce = Integer.parseInt(share.nonce(), 16) + 1;
            miner.submit(1_000 + i, share);
        }
    }
}
