package org.motherlode.pow.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.HashOrder;

class MiningCrewTest {
    private static final Seed SEED = Seed.ofHex("5ce7b4115e32e0f9299274ce5011d913");
    private static final Octets BLOB = Octets.of(new byte[76]);
    private static final CrewSettings TWO = new CrewSettings(2, 4, 4, Duration.ofMillis(20));
    private static MiningHasher hasher;

    @BeforeAll
    static void open() {
        hasher = MiningHasher.open(new PowId("rx/0"), new PowOptions(false, 1, ""));
    }

    @AfterAll
    static void close() {
        hasher.close();
    }

    @Test
    void a_crew_waits_for_its_seed_and_then_finds_what_a_verifier_accepts() throws Exception {
        BlockingQueue<Found> finds = new LinkedBlockingQueue<>();
        Difficulty difficulty = Difficulty.of(4);
        try (MiningCrew crew = MiningCrew.start(hasher, TWO, finds::add)) {
            crew.search(work("a", SEED, MiningTarget.of(difficulty, HashOrder.LITTLE_ENDIAN)));
            hasher.keep(List.of(SEED));
            for (int i = 0; i < 4; i++) {
                verify(take(finds), difficulty);
            }
            assertThat(crew.hashes()).isPositive();
        }
    }

    @Test
    void no_nonce_is_tried_twice_and_a_used_up_range_ends() throws Exception {
        hasher.keep(List.of(SEED));
        BlockingQueue<Found> finds = new LinkedBlockingQueue<>();
        try (MiningCrew crew = MiningCrew.start(hasher, TWO, finds::add)) {
            crew.search(new Work("all", SEED, BLOB, 39, 1, MiningTarget.word(-1)));
            Set<Long> nonces = new HashSet<>();
            for (int i = 0; i < 256; i++) {
                assertThat(nonces.add(take(finds).nonce())).isTrue();
            }
            assertThat(nonces).hasSize(256).allMatch(nonce -> nonce >= 0 && nonce < 256);
        }
        assertThat(finds).isEmpty();
    }

    @Test
    void new_work_replaces_the_old() throws Exception {
        hasher.keep(List.of(SEED));
        BlockingQueue<Found> finds = new LinkedBlockingQueue<>();
        try (MiningCrew crew = MiningCrew.start(hasher, TWO, finds::add)) {
            crew.search(work("old", SEED, MiningTarget.word(-1)));
            assertThat(take(finds).work().id()).isEqualTo("old");
            crew.search(work("new", SEED, MiningTarget.word(-1)));
            for (int i = 0; i < 2 * TWO.threads() * TWO.lightBatch(); i++) {
                take(finds);
            }
            assertThat(take(finds).work().id()).isEqualTo("new");
            crew.rest();
        }
    }

    @Test
    void a_nonce_outside_of_the_blob_is_refused() {
        assertThatThrownBy(() -> new Work("x", SEED, BLOB, 73, 4, MiningTarget.word(1)))
                .hasMessageContaining("does not lie");
    }

    @Test
    void difficulty_one_is_met_by_every_hash() {
        MiningTarget target = MiningTarget.of(Difficulty.of(1), HashOrder.BIG_ENDIAN);

        String limit = target.fold(word -> "", whole -> whole.bytes().hex());
        assertThat(limit).isEqualTo("ff".repeat(32));
    }

    private static void verify(Found found, Difficulty difficulty) throws Exception {
        assertThat(difficulty.isMetBy(found.hash(), HashOrder.LITTLE_ENDIAN)).isTrue();
        byte[] blob = BLOB.toBytes();
        for (int i = 0; i < 4; i++) {
            blob[39 + i] = (byte) (found.nonce() >>> (8 * i));
        }
        try (PowVm vm = hasher.newVm()) {
            assertThat(vm.hash(SEED, blob)).isEqualTo(found.hash());
        }
    }

    private static Work work(String id, Seed seed, MiningTarget target) {
        return new Work(id, seed, BLOB, 39, 4, target);
    }

    private static Found take(BlockingQueue<Found> finds) throws InterruptedException {
        return Objects.requireNonNull(finds.poll(1, TimeUnit.MINUTES), "nothing was found");
    }
}
