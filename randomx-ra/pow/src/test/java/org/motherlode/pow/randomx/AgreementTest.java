package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/** With two caches in place of a cache and its dataset, so that it takes seconds and not minutes. */
@Timeout(300)
class AgreementTest {
    private static final long DRAWN = 17;

    @Test
    void two_memories_of_one_seed_agree_and_of_two_seeds_do_not() {
        RandomX randomX = Libraries.at("");
        Agreement agreement = new Agreement(Algorithm.RX_0, randomX, new Random(DRAWN));
        try (Cache one = cache(randomX, Known.FIRST);
                Cache same = cache(randomX, Known.FIRST);
                Cache other = cache(randomX, Known.SECOND)) {
            assertThat(agreement.hash(one, same)).contains(hash(randomX, Variant.V1, one));
            assertThat(agreement.hash(one, other)).isEmpty();
        }
    }

    @Test
    void they_are_tried_by_the_function_that_they_will_serve() {
        RandomX randomX = Libraries.at(SecondAlgorithmTest.named());
        Agreement agreement = new Agreement(Algorithm.RX_2, randomX, new Random(DRAWN));
        try (Cache one = cache(randomX, Known.FIRST)) {
            byte[] input = drawn();
            byte[] second = hash(randomX, Variant.V2, one).octets().toBytes();
            assertThat(second)
                    .isNotEqualTo(hash(randomX, Variant.V1, one).octets().toBytes());

            assertThat(agreement.hash(one, one)).contains(Hash.of(randomX.commitment(input, second)));
        }
    }

    private static Cache cache(RandomX randomX, Known known) {
        Cache cache = randomX.newCache();
        cache.init(known.seed().octets().toBytes());
        return cache;
    }

    private static Hash hash(RandomX randomX, Variant variant, Cache cache) {
        byte[] out = new byte[Vm.HASH_BYTES];
        try (Vm vm = randomX.newVm(variant, cache)) {
            vm.hash(drawn(), out);
        }
        return Hash.of(out);
    }

    /** What the agreement draws first. */
    private static byte[] drawn() {
        byte[] input = new byte[76];
        new Random(DRAWN).nextBytes(input);
        return input;
    }
}
