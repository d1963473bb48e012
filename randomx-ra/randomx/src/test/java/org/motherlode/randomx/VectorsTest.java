package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorsTest {
    @Test
    void there_are_five_official_and_twenty_two_generated_vectors_of_each_variant() {
        for (Variant variant : Variant.values()) {
            List<Vector> vectors = Vector.of(variant);
            assertThat(vectors).hasSize(27);
            assertThat(vectors).filteredOn(Vector::official).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_vector_of_the_first_variant_comes_out_in_light_mode(Engine engine) {
        checkLight(RandomX.open(TestLibrary.preferences().withEngine(engine)), Variant.V1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_second_variant_comes_out_or_is_refused_as_a_whole(Engine engine) {
        RandomX randomX = RandomX.open(TestLibrary.preferences().withEngine(engine));
        if (randomX.supports(Variant.V2)) {
            checkLight(randomX, Variant.V2);
            return;
        }
        try (Cache cache = randomX.newCache()) {
            cache.init(TestLibrary.KEY);
            assertThatThrownBy(() -> randomX.newVm(Variant.V2, cache))
                    .hasMessageContaining("cannot compute RandomX V2");
        }
    }

    @Test
    void commitments_come_out_or_are_refused_with_a_reason() {
        RandomX randomX = TestLibrary.open();
        for (Vector vector : Vector.all()) {
            byte[] hash = HexFormat.of().parseHex(vector.hash());
            if (randomX.hasCommitments()) {
                assertThat(randomX.commitment(vector.input(), hash))
                        .asHexString()
                        .isEqualToIgnoringCase(vector.commitment());
            } else {
                assertThatThrownBy(() -> randomX.commitment(vector.input(), hash))
                        .hasMessageContaining("1.2 and later");
            }
        }
    }

    /** Inputs under one key follow each other, so that a cache is made once per key. */
    private static void checkLight(RandomX randomX, Variant variant) {
        List<Vector> vectors = Vector.of(variant);
        SoftAssertions all = new SoftAssertions();
        try (Cache cache = randomX.newCache()) {
            cache.init(vectors.get(0).key());
            try (Vm vm = randomX.newVm(variant, cache)) {
                for (Vector vector : vectors) {
                    cache.init(vector.key());
                    vm.use(cache);
                    all.assertThat(TestLibrary.hash(vm, vector.input()))
                            .as("%s", vector)
                            .isEqualTo(vector.hash());
                }
            }
        }
        all.assertAll();
    }
}
