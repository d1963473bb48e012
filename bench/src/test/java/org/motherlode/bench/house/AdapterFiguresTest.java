package org.motherlode.bench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AdapterFiguresTest {
    private static final String METRICS =
            """
            # TYPE motherlode_adapter_hashes counter
            motherlode_adapter_hashes_total{node="0"} 1.2E4
            motherlode_adapter_hashes_light_total{node="0"} 7.0
            motherlode_adapter_datasets{node="0"} 2.0
            """;

    @Test
    void a_figure_is_found_whether_it_only_rises_or_not() throws IOException {
        assertThat(AdapterFigures.in(METRICS, "hashes")).isEqualTo(12_000);
        assertThat(AdapterFigures.in(METRICS, "hashes_light")).isEqualTo(7);
        assertThat(AdapterFigures.in(METRICS, "datasets")).isEqualTo(2);
    }

    @Test
    void a_figure_that_is_not_told_is_no_zero() {
        assertThatThrownBy(() -> AdapterFigures.in(METRICS, "dataset"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dataset");
    }
}
