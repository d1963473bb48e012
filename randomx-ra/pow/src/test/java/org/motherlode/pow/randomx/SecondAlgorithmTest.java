package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Commitment;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.opentest4j.TestAbortedException;

/**
 * {@code rx/2}: computed by the library that {@code MOTHERLODE_RANDOMX} names, refused in a sentence by one that has the
 * first variant only. What could not be tried counts as skipped, and {@code ./motherlode test} lists it.
 */
class SecondAlgorithmTest {
    private static final String VARIABLE = "MOTHERLODE_RANDOMX";

    /** Of the official vector for "test key 001": Blake2b-256 of the input and its V2 hash, computed by RandomX 2.0. */
    static final Hash COMMITMENT = Hash.ofHex("4de52f2056e917a5c1f99b6a20a64f84773768c9f58fcf5efdcc207fba3d8b3b");

    /** That V2 hash. */
    private static final Octets COMMITTED =
            Octets.ofHex("97024134686ce27d362ea8d86d8ef16483ac272abdabd46ef13359400777fe5e");

    @Test
    void the_hash_that_counts_is_the_commitment_on_both_kinds_of_machine() throws Exception {
        try (PowHasher hasher = new RandomXV2Provider().open(new PowOptions(false, 1, named()));
                PowVm vm = hasher.newVm();
                PowVm second = hasher.newSecondVm()) {
            hasher.keep(List.of(Known.SECOND.seed()));
            Known.await("ready", () -> hasher.isReady(Known.SECOND.seed()));

            assertThat(vm.hash(Known.SECOND.seed(), Known.INPUT)).isEqualTo(COMMITMENT);
            assertThat(second.hash(Known.SECOND.seed(), Known.INPUT)).isEqualTo(COMMITMENT);
        }
    }

    @Test
    void a_share_whose_hash_is_no_commitment_to_what_came_with_it_is_told_without_hashing() {
        try (PowHasher hasher = new RandomXV2Provider().open(new PowOptions(false, 1, named()))) {
            Commitment commitment = hasher.commitment().orElseThrow();

            assertThat(commitment.holds(Known.INPUT, COMMITMENT, List.of(COMMITTED)))
                    .isTrue();
            assertThat(commitment.holds(Known.INPUT, COMMITMENT, List.of(Octets.ofHex("00".repeat(32)))))
                    .isFalse();
            assertThat(commitment.holds(new byte[76], COMMITMENT, List.of(COMMITTED)))
                    .isFalse();
            assertThat(commitment.holds(Known.INPUT, COMMITMENT, List.of())).isFalse();
            assertThat(commitment.holds(Known.INPUT, COMMITMENT, List.of(Octets.ofHex("00"))))
                    .isFalse();
        }
    }

    @Test
    void a_library_of_the_first_variant_refuses_it_in_a_sentence() {
        RandomX system = Libraries.at("");
        if (system.supports(Variant.V2)) {
            throw new TestAbortedException("the refusal of rx/2 was not tried: " + system.library() + " has it");
        }

        assertThatThrownBy(() -> new RandomXV2Provider().open(new PowOptions(false, 1, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rx/2 needs librandomx 2.0 or later; " + system.library()
                        + " does not give its official vector");
    }

    /** The library that is tried; a test without one is aborted with its reason. */
    static String named() {
        String named = System.getenv().getOrDefault(VARIABLE, "");
        if (named.isBlank()) {
            throw new TestAbortedException("rx/2 was not tried: " + VARIABLE + " names no librandomx 2.0 or later");
        }
        return named;
    }
}
