package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;
import org.motherlode.ra.ForkMiner.Work;
import org.motherlode.ra.RunningAdapter.Hashing;
import org.motherlode.ra.fixture.ForkTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Preferences;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;
import org.opentest4j.TestAbortedException;

/**
 * {@code rx/2} from the socket to the store, with a librandomx 2.0 that {@code MOTHERLODE_RANDOMX} names, the miner's hashes as
 * well as ours. As XMRig has it, {@code result} is the commitment and {@code commitment} the RandomX hash.
 */
class CommittedShareTest {
    private static final String VARIABLE = "MOTHERLODE_RANDOMX";
    private static final PowId RX_0 = new PowId("rx/0");
    private static final PowId RX_2 = new PowId("rx/2");
    private static final Seed SEED = Seed.ofHex("ab".repeat(32));
    private static final Difficulty FOUR = Difficulty.of(4);
    private static final String INVALID = "\"message\":\"Invalid share\"";

    @TempDir
    Path folder;

    private RandomX randomX;
    private Cache cache;
    private Vm second;
    private RunningAdapter server;
    private ForkMiner miner;
    private Work before;
    private Work work;

    @BeforeEach
    void a_miner_whose_pool_went_through_the_fork() throws Exception {
        String named = named();
        randomX = RandomX.open(Preferences.none().withLibrary(Path.of(named)));
        cache = randomX.newCache();
        cache.init(SEED.octets().toBytes());
        second = randomX.newVm(Variant.V2, cache);
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 cryptonote 4");
        pool.setSettings("vardiff.min = 4; vardiff.max = 4; late.millis = 600000");
        Hashing hashing = new Hashing(new PowPlan(RX_0, List.of(RX_2)), named);
        server = RunningAdapter.withPool(folder, "bad-hashes = 100", pool, hashing);
        miner = new ForkMiner(server.address());
        server.publish(new ForkTemplate(PlainTemplate.at(10), RX_0, SEED));
        before = miner.login("");
        server.publish(new ForkTemplate(PlainTemplate.at(11), RX_2, SEED));
        work = miner.readJob();
    }

    @AfterEach
    void end() throws IOException {
        if (miner != null) {
            miner.close();
            server.close();
            second.close();
            cache.close();
        }
    }

    /** Each test for itself, so that each is told as not run. */
    private static String named() {
        String named = System.getenv().getOrDefault(VARIABLE, "");
        if (named.isBlank()) {
            throw new TestAbortedException(
                    "rx/2 from the socket on was not tried: " + VARIABLE + " names no librandomx 2.0 or later");
        }
        return named;
    }

    @Test
    void a_true_share_is_ok_and_what_is_stored_of_it_is_the_commitment() throws Exception {
        int nonce = find(0);
        byte[] raw = raw(nonce);

        assertThat(work.algorithm()).isEqualTo("rx/2");
        assertThat(submit(nonce, commitment(nonce, raw), raw)).endsWith(ForkMiner.OK);
        assertThat(server.listener.storedShares())
                .extracting(AcceptedShare::hash)
                .containsExactly(commitment(nonce, raw));
        assertThat(server.total(Count.HASHES)).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_together_is_told_without_a_hash() throws Exception {
        int nonce = find(0);
        byte[] raw = raw(nonce);
        Hash right = commitment(nonce, raw);
        byte[] other = raw.clone();
        other[31] ^= 1;

        assertThat(submit(nonce, right, other)).contains(INVALID);
        assertThat(miner.submit(work, nonce, right, "")).contains(INVALID);
        assertThat(submit(nonce, right, HexFormat.of().parseHex(right.hex()))).contains(INVALID);
        assertThat(server.total(Count.SHARES_BAD_HASH)).isEqualTo(3);
        assertThat(server.total(Count.HASHES)).isZero();
        // None of these has used the nonce up.
        assertThat(submit(nonce, right, raw)).endsWith(ForkMiner.OK);
    }

    /** What a forger does: any hash whose commitment meets the target. Only the costly hash tells. */
    @Test
    void a_right_commitment_to_a_hash_that_is_none_is_told_by_hashing() throws Exception {
        byte[] forged = new byte[Vm.HASH_BYTES];
        while (!FOUR.isMetBy(commitment(7, forged), HashOrder.LITTLE_ENDIAN)) {
            forged[0]++;
        }

        assertThat(submit(7, commitment(7, forged), forged)).contains(INVALID);
        assertThat(server.total(Count.HASHES)).isEqualTo(2);
        assertThat(server.total(Count.HASHES_REPEATED)).isEqualTo(1);
        assertThat(server.listener.storedShares()).isEmpty();
    }

    /** As if it compared the RandomX hash with the target, and swapped the two words. */
    @Test
    void a_miner_with_the_two_words_the_wrong_way_round_is_told_so() throws Exception {
        int nonce = 0;
        while (!FOUR.isMetBy(Hash.of(raw(nonce)), HashOrder.LITTLE_ENDIAN)) {
            nonce++;
        }
        byte[] raw = raw(nonce);
        Hash commitment = commitment(nonce, raw);

        assertThat(submit(nonce, Hash.of(raw), HexFormat.of().parseHex(commitment.hex())))
                .contains(INVALID);
        assertThat(server.total(Count.HASHES)).isZero();
    }

    @Test
    void a_share_from_before_the_fork_is_checked_by_the_function_of_its_own_work() throws Exception {
        try (Vm first = randomX.newVm(Variant.V1, cache)) {
            int nonce = before.find(0, FOUR, input -> hash(first, input));

            assertThat(before.algorithm()).isEqualTo("rx/0");
            assertThat(miner.submit(before, nonce, hash(first, before.input(nonce)), ""))
                    .endsWith(ForkMiner.OK);
        }
        assertThat(server.total(Count.SHARES_LATE)).isEqualTo(1);
    }

    private int find(int from) {
        return work.find(from, FOUR, input -> Hash.of(randomX.commitment(input, bytes(second, input))));
    }

    private byte[] raw(int nonce) {
        return bytes(second, work.input(nonce));
    }

    private Hash commitment(int nonce, byte[] raw) {
        return Hash.of(randomX.commitment(work.input(nonce), raw));
    }

    private String submit(int nonce, Hash result, byte[] raw) throws IOException {
        return miner.submit(
                work, nonce, result, ",\"commitment\":\"" + HexFormat.of().formatHex(raw) + "\"");
    }

    private static Hash hash(Vm vm, byte[] input) {
        return Hash.of(bytes(vm, input));
    }

    private static byte[] bytes(Vm vm, byte[] input) {
        byte[] out = new byte[Vm.HASH_BYTES];
        vm.hash(input, out);
        return out;
    }
}
