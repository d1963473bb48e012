package org.motherlode.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifficultyTest {
    private static final BigInteger LARGEST_HASH = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    // The four-byte words were recorded from XMRig's side of the wire; a four-byte target is the top of the full one.
    @ParameterizedTest
    @CsvSource({
        "30, 88888808",
        "100, 285c8f02",
        "1000, 37894100",
        "2000, 9bc42000",
        "65536, ffff0000",
        "280000, eb3b0000",
        "2147483648, 01000000"
    })
    void the_top_of_the_target_is_what_miners_get(long difficulty, String littleEndian) {
        int word = Integer.reverseBytes(Integer.parseUnsignedInt(littleEndian, 16));
        Difficulty wanted = Difficulty.of(difficulty);

        assertThat(wanted.target().shiftRight(224)).isEqualTo(BigInteger.valueOf(Integer.toUnsignedLong(word)));
        assertThat(wanted.target64() >>> 32).isEqualTo(Integer.toUnsignedLong(word));
    }

    @Test
    void the_eight_byte_target_is_exact() {
        assertThat(Difficulty.of(280_000).target64())
                .isEqualTo(Long.reverseBytes(Long.parseUnsignedLong("74f73d2beb3b0000", 16)));
        assertThat(Difficulty.of(1).target64()).isEqualTo(-1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 280_000, Long.MAX_VALUE})
    void the_target_is_the_largest_hash_that_is_good_enough(long value) {
        Difficulty difficulty = Difficulty.of(value);

        assertThat(difficulty.isMetBy(difficulty.target())).isTrue();
        assertThat(difficulty.target().equals(LARGEST_HASH)
                        || !difficulty.isMetBy(difficulty.target().add(BigInteger.ONE)))
                .isTrue();
    }

    @Test
    void a_chain_reads_a_hash_in_its_own_order() {
        Hash hash = Hash.ofHex("01" + "00".repeat(31));

        assertThat(HashOrder.LITTLE_ENDIAN.value(hash)).isEqualTo(BigInteger.ONE);
        assertThat(HashOrder.BIG_ENDIAN.value(hash)).isEqualTo(BigInteger.ONE.shiftLeft(248));
    }

    @Test
    void difficulties_outside_the_range_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Difficulty.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Difficulty(BigInteger.ONE.shiftLeft(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Difficulty(BigInteger.ONE.shiftLeft(64)).target64());
    }
}
