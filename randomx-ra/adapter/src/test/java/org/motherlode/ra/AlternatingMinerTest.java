package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/**
 * A miner that plays with its difficulty: it is quick until its jobs are hard, mines an easy and a hard one by turns, sends
 * for the hard one what would do for the easy one, and is silent until its jobs are easy again. It is credited with the
 * hashes that it made, give or take chance.
 */
class AlternatingMinerTest {
    private static final int ROUNDS = 2;
    private static final int HASHES_OF_EACH = 2_000;
    private static final Difficulty EASY = Difficulty.of(4);
    private static final Difficulty HARD = Difficulty.of(32);

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void credit_is_what_was_hashed() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain " + EASY);
        pool.setSettings("vardiff.min = " + EASY + "; vardiff.max = " + HARD + "; vardiff.target-millis = 100;"
                + " vardiff.smoothing-millis = 100; vardiff.idle-millis = 100; vardiff.warm-up-shares = 1;"
                + " vardiff.retarget-millis = 0; late.millis = 0");
        try (var server = RunningAdapter.withPool(folder, "jobs-per-miner = 1000", pool);
                var miner = server.miner()) {
            server.publish(PlainTemplate.at(10));
            Player player = new Player(miner);
            for (int round = 0; round < ROUNDS; round++) {
                player.playOneRound();
            }

            double credited = server.listener.storedShares().stream()
                    .map(AcceptedShare::difficulty)
                    .mapToLong(difficulty -> difficulty.value().longValueExact())
                    .sum();
            assertThat(server.listener.storedShares()).hasSize(player.good);
            assertThat(player.weak).isGreaterThan(HASHES_OF_EACH / 10);
            assertThat(server.total(Count.SHARES_LOW_DIFFICULTY)).isEqualTo(player.weak);
            // Five standard deviations: by chance it is further off once in two million runs.
            assertThat(Math.abs(credited - player.expected)).isLessThan(5 * Math.sqrt(player.variance));
        }
    }

    private static final class Player {
        private final PlainMiner miner;
        private Work newest;
        private int nonce;
        private int request = 1;
        private double expected;
        private double variance;
        private int good;
        private int weak;

        Player(PlainMiner miner) throws IOException {
            this.miner = miner;
            this.newest = miner.login("miner1");
        }

        void playOneRound() throws IOException {
            Work easy = newest;
            assertThat(easy.difficulty()).isEqualTo(EASY);
            while (newest.difficulty().compareTo(HARD) < 0) {
                hash(newest);
            }
            Work hard = newest;
            for (int done = 0; done < HASHES_OF_EACH; done++) {
                hash(easy);
                hash(hard);
            }
            while (newest.difficulty().compareTo(EASY) > 0) {
                newest = miner.readJob();
            }
        }

        /** Makes one hash, and sends it if it is good for a job of any difficulty. */
        private void hash(Work work) throws IOException {
            Octets bytes = Octets.of(ByteBuffer.allocate(4).putInt(nonce++).array());
            Hash hash = Sha256Hasher.hash(
                    PlainTemplate.SEED,
                    work.bytes().with(PlainTemplate.NONCE_OFFSET, bytes).toBytes());
            expected++;
            variance += work.difficulty().value().doubleValue();
            if (work.difficulty().isMetBy(hash, HashOrder.LITTLE_ENDIAN)) {
                good++;
                assertThat(answerTo(new Share(work.id(), bytes.hex(), hash.hex())))
                        .isEqualTo("ok");
            } else if (EASY.isMetBy(hash, HashOrder.LITTLE_ENDIAN)) {
                weak++;
                assertThat(answerTo(new Share(work.id(), bytes.hex(), hash.hex())))
                        .isEqualTo("no LOW_DIFFICULTY");
            }
        }

        /** The words of the answer. Jobs that come before it are read. */
        private String answerTo(Share share) throws IOException {
            String id = ++request + " ";
            miner.submit(request, share);
            String line = miner.read();
            while (!line.startsWith(id)) {
                newest = miner.jobIn(line);
                line = miner.read();
            }
            return line.substring(id.length());
        }
    }
}
