package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** RandomX V2: by vectors where a library has it, and refused as a whole where it has not. */
class SecondVariantTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void every_vector_of_the_second_variant_comes_out_in_light_mode(Engine engine) {
        LightVectors.check(SecondLibrary.open(engine), Variant.V2);
    }

    @Test
    void one_cache_serves_both_variants() {
        RandomX randomX = SecondLibrary.open(Engine.JIT);
        LightVectors.check(randomX, Variant.V1);

        assertThat(randomX.describe()).anyMatch(line -> line.contains("V1") && line.contains("V2"));
    }

    @Test
    void its_commitments_are_those_of_the_vectors() {
        RandomX randomX = SecondLibrary.open(Engine.JIT);
        for (Vector vector : Vector.all()) {
            assertThat(randomX.commitment(vector.input(), HexFormat.of().parseHex(vector.hash())))
                    .asHexString()
                    .isEqualToIgnoringCase(vector.commitment());
        }
    }

    @Test
    void the_named_library_is_the_one_that_is_tried() {
        Path named = SecondLibrary.preferences().library().orElseThrow();

        assertThat(SecondLibrary.open(Engine.JIT).describe()).noneMatch(line -> line.startsWith("not used: " + named));
    }

    /** Such a library ignores the flag and computes the first variant: only the vector tells. */
    @Test
    void a_library_without_the_second_variant_makes_no_machine_of_it_and_says_so() {
        RandomX randomX = TestLibrary.open();
        if (randomX.supports(Variant.V2)) {
            throw new TestAbortedException("the refusal of RandomX V2 was not tried: " + randomX.library() + " has it");
        }
        try (Cache cache = randomX.newCache()) {
            cache.init(TestLibrary.KEY);

            assertThatThrownBy(() -> randomX.newVm(Variant.V2, cache))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(randomX.library() + " cannot compute RandomX V2");
            assertThatThrownBy(() -> randomX.newOtherVm(Variant.V2, cache))
                    .hasMessage(randomX.library() + " cannot compute RandomX V2");
        }
    }
}
