package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
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
        LightVectors.check(RandomX.open(TestLibrary.preferences().withEngine(engine)), Variant.V1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_vector_comes_out_the_other_way_too(Engine engine) {
        RandomX randomX = RandomX.open(TestLibrary.preferences().withEngine(engine));
        LightVectors.check(randomX, Variant.V1, memory -> randomX.newOtherVm(Variant.V1, memory));
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
}
