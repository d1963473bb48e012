package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiningTest {
    private static final NonceRange NONCES = new NonceRange(39, 4, 0xfffffffcL - 8, 12);
    private static final byte[] BLOB = new byte[76];
    private static final Map<Long, String> HASHES = new TreeMap<>();
    private static Cache cache;
    private static Vm vm;

    @BeforeAll
    static void hash_one_by_one() {
        RandomX randomX = TestLibrary.open();
        cache = randomX.newCache();
        cache.init(TestLibrary.KEY);
        vm = randomX.newVm(Variant.V1, cache);
        for (long nonce = NONCES.start(); nonce < NONCES.start() + NONCES.count(); nonce++) {
            byte[] blob = BLOB.clone();
            for (int i = 0; i < 4; i++) {
                blob[39 + i] = (byte) (nonce >>> (8 * i));
            }
            HASHES.put(nonce, TestLibrary.hash(vm, blob));
        }
    }

    @AfterAll
    static void close() {
        vm.close();
        cache.close();
    }

    @Test
    void the_easiest_target_gives_every_nonce_with_the_hash_that_it_has_alone() {
        assertThat(hits(Target.below(-1L))).isEqualTo(HASHES);
    }

    @Test
    void a_word_target_is_missed_by_the_hash_that_equals_it() {
        List<BigInteger> words =
                HASHES.values().stream().map(MiningTest::lastWord).sorted().toList();

        assertThat(hits(Target.below(words.get(5).longValue()))).hasSize(5);
        assertThat(hits(Target.below(words.get(5).add(BigInteger.ONE).longValue())))
                .hasSize(6);
        assertThat(hits(Target.below(0))).isEmpty();
    }

    @Test
    void a_whole_target_is_met_by_the_hash_that_equals_it() {
        for (String hash : HASHES.values()) {
            byte[] limit = HexFormat.of().parseHex(hash);
            long little = HASHES.values().stream()
                    .filter(other -> reversed(other).compareTo(reversed(hash)) <= 0)
                    .count();
            long big = HASHES.values().stream()
                    .filter(other -> other.compareTo(hash) <= 0)
                    .count();

            assertThat(hits(Target.littleEndian(limit))).containsValue(hash).hasSize((int) little);
            assertThat(hits(Target.bigEndian(limit))).containsValue(hash).hasSize((int) big);
        }
    }

    @Test
    void floating_point_is_as_before_after_a_batch() {
        double smallest = Double.parseDouble("2.2250738585072014E-308");
        double one = Double.parseDouble("1");
        double tiny = Double.parseDouble("1e-17");
        for (int i = 0; i < 8; i++) {
            vm.mine(BLOB, new NonceRange(39, 4, 100L * i, 5), Target.below(0));

            assertThat(smallest / 3).isGreaterThan(0);
            assertThat(one + tiny).isEqualTo(1);
            assertThat(one - tiny).isEqualTo(1);
        }
    }

    @Test
    void a_series_ends_with_the_hash_of_its_last_input() {
        byte[] out = new byte[32];
        byte[] last = BLOB.clone();
        last[0] = 2;
        vm.hashSeries(BLOB, 3, out);

        assertThat(HexFormat.of().formatHex(out)).isEqualTo(TestLibrary.hash(vm, last));
    }

    private static Map<Long, String> hits(Target target) {
        Map<Long, String> hits = new TreeMap<>();
        vm.mine(BLOB, NONCES, target)
                .forEach(hit -> hits.put(hit.nonce(), HexFormat.of().formatHex(hit.hash())));
        return hits;
    }

    private static BigInteger lastWord(String hash) {
        return new BigInteger(reversed(hash).substring(0, 16), 16);
    }

    private static String reversed(String hash) {
        byte[] bytes = HexFormat.of().parseHex(hash);
        StringBuilder text = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            text.append(HexFormat.of().toHexDigits(bytes[i]));
        }
        return text.toString();
    }
}
