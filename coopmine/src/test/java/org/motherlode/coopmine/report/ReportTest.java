package org.motherlode.coopmine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final StringWriter out = new StringWriter();
    private final Event event = Event.of("job", "new \"job\"", Map.of("height", 7L, "difficulty", 1000L));

    @Test
    void json_is_one_line_with_the_numbers_of_the_event() {
        new JsonReport(new PrintWriter(out), () -> NOON).show(event);

        assertThat(out.toString().strip())
                .isEqualTo("{\"time\":\"2026-11-21T12:00:00Z\",\"event\":\"job\",\"text\":\"new \\\"job\\\"\","
                        + "\"difficulty\":1000,\"height\":7}");
    }

    @Test
    void text_is_time_of_day_and_sentence() {
        new TextReport(new PrintWriter(out), () -> NOON).show(event);

        assertThat(out.toString().strip()).matches("\\d\\d:00:00 new \"job\"");
    }
}
