package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementVectorsTest {
    static Stream<Vector> vectors() {
        return Vector.all();
    }

    @Test
    void all_eight_are_there() {
        assertThat(vectors()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_window_is_as_full_as_its_weights(Vector vector) {
        Window window = Weighted.window(vector.newestFirst(), vector.size());

        assertThat(window.weights()).isEqualTo(vector.expectedWeights());
        assertThat(window.filled()).isEqualTo(vector.expectedFilled());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_reward_divides_to_the_atom(Vector vector) {
        Window window = Weighted.window(vector.newestFirst(), vector.size());
        Allotment allotment = Allotment.of(vector.reward(), window, vector.terms());

        assertThat(allotment.fee()).isEqualTo(vector.expected("fee"));
        assertThat(allotment.reward().minus(allotment.fee())).isEqualTo(vector.expected("net"));
        assertThat(allotment.credits()).isEqualTo(vector.expectedCredits());
        assertThat(allotment.carry()).isEqualTo(vector.expected("carry"));
    }
}
