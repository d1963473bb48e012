package org.motherlode.ra;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.statistics.Count;

/** When hashes cannot be computed for a reason that is ours, nobody is blamed and the log stays readable. */
class BrokenHashingTest {
    private static final int SHARES = 50;

    @TempDir
    Path folder;

    @AfterEach
    void mend() {
        Sha256Hasher.BROKEN.set(false);
    }

    @Test
    void no_share_counts_as_bad_one_line_is_logged_and_the_health_check_hears_of_it() throws Exception {
        try (var server = new RunningAdapter(folder, "bad-hashes = 1; life-sign-millis = 10");
                var miner = server.miner();
                var log = new LogEar(Level.INFO)) {
            List<Share> shares = shares(server, miner);
            miner.submit(6, shares.remove(0));
            assertThat(miner.read()).isEqualTo("6 ok");
            Sha256Hasher.BROKEN.set(true);
            for (Share share : shares) {
                miner.submit(7, share);
                assertThat(miner.read()).isEqualTo("7 no NOT_READY");
            }

            assertThat(server.total(Count.HASHES_FAILED)).isEqualTo(SHARES - 1);
            assertThat(server.total(Count.SHARES_NOT_READY)).isEqualTo(SHARES - 1);
            assertThat(server.total(Count.SHARES_BAD_HASH)).isZero();
            assertThat(server.adapter.gateway().miners(RunningAdapter.POOL))
                    .extracting(MinerFigures::refusedShares)
                    .containsExactly(0L);
            assertThat(server.listener.stored)
                    .allSatisfy(batch -> assertThat(batch.refused()).isEmpty());
            assertThat(log.atLeast(Level.WARNING)).hasSize(1);
            assertThat(log.atLeast(Level.WARNING).get(0).getMessage())
                    .startsWith("a hash of sha-256 failed, and its share was refused without blame");
            assertThat(server.adapter.gateway().conditions())
                    .extracting(Condition::name, Condition::up, Condition::needed)
                    .containsExactly(tuple("adapter.hashing", false, true));
        }
    }

    @Test
    void when_it_works_again_the_same_shares_are_good_and_the_connection_was_never_cut() throws Exception {
        try (var server = new RunningAdapter(folder, "");
                var miner = server.miner()) {
            List<Share> shares = shares(server, miner);
            Sha256Hasher.BROKEN.set(true);
            for (Share share : shares) {
                miner.submit(7, share);
                assertThat(miner.read()).isEqualTo("7 no NOT_READY");
            }
            Sha256Hasher.BROKEN.set(false);
            for (Share share : shares) {
                miner.submit(8, share);
                assertThat(miner.read()).isEqualTo("8 ok");
            }

            assertThat(server.listener.storedShares()).hasSize(SHARES);
            assertThat(server.adapter.gateway().conditions())
                    .extracting(Condition::needed)
                    .containsExactly(false);
        }
    }

    @Test
    void each_block_that_cannot_be_sealed_is_told_and_its_share_is_stored_and_makes_room_for_the_next()
            throws Exception {
        try (var server = new RunningAdapter(folder, "unproven-in-flight = 2");
                var miner = server.miner();
                var log = new LogEar(Level.INFO)) {
            server.publish(unsealable(new PlainTemplate(10, "parent", Difficulty.of(1))));
            PlainMiner.Work work = miner.login("miner1");
            for (int i = 0; i < 10; i++) {
                miner.submit(7, PlainMiner.find(work, i, true));
                assertThat(miner.read()).isEqualTo("7 ok");
            }
            RunningAdapter.until(() -> server.total(Count.VERDICTS_FAILED) == 10);

            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .filteredOn(line -> line.contains("the block found at height 10 is not delivered"))
                    .hasSize(10);
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .filteredOn(line -> line.contains("led nowhere"))
                    .singleElement(as(STRING))
                    .contains("it cannot be sealed");
            assertThat(server.listener.storedShares()).hasSize(10);
        }
    }

    private static BlockTemplate unsealable(BlockTemplate template) {
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(), new Class<?>[] {BlockTemplate.class}, (self, method, args) -> {
                    if (method.getName().equals("seal")) {
                        throw new IllegalStateException("it cannot be sealed");
                    }
                    return method.invoke(template, args);
                });
    }

    /** More than may be on their way at once: each that failed has to come back. */
    private static List<Share> shares(RunningAdapter server, PlainMiner miner) throws Exception {
        server.publish(PlainTemplate.at(10));
        PlainMiner.Work work = miner.login("miner1");
        List<Share> shares = new ArrayList<>();
        int nonce = 0;
        for (int i = 0; i < SHARES; i++) {
            Share share = PlainMiner.find(work, nonce, true);
            nonce = Integer.parseInt(share.nonce(), 16) + 1;
            shares.add(share);
        }
        return shares;
    }
}
