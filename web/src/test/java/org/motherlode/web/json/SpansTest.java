package org.motherlode.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({
        "3600, 1 hour",
        "7200, 2 hours",
        "5400, 90 minutes",
        "60, 1 minute",
        "45, 45 seconds",
        "86400, 1 day",
        "0, 0 seconds"
    })
    void a_span_stands_in_the_largest_unit_that_divides_it(long seconds, String words) {
        assertThat(Spans.words(seconds)).isEqualTo(words);
    }
}
