package org.motherlode.randomx;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;

/** All vectors of a variant, in light mode. */
final class LightVectors {
    private LightVectors() {}

    /** Inputs under one key follow each other, so that a cache is made once per key. */
    static void check(RandomX randomX, Variant variant) {
        check(randomX, variant, memory -> randomX.newVm(variant, memory));
    }

    /** The same by a machine that is made so. */
    static void check(RandomX randomX, Variant variant, Function<Memory, Vm> maker) {
        List<Vector> vectors = Vector.of(variant);
        SoftAssertions all = new SoftAssertions();
        try (Cache cache = randomX.newCache()) {
            cache.init(vectors.get(0).key());
            try (Vm vm = maker.apply(cache)) {
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
