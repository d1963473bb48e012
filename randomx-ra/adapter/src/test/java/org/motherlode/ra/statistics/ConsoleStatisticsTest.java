package org.motherlode.ra.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConsoleStatisticsTest {
    private final Figures figures = new Figures();
    private final ConsoleStatistics statistics =
            new ConsoleStatistics(figures, List.of(new Words("certificate", "Its fingerprint", () -> "ab12")));

    /** The application server asks for each of a hundred figures by itself, and some take a walk over all miners. */
    @Test
    void who_asks_for_one_figure_has_no_other_read() {
        AtomicInteger walks = new AtomicInteger();
        figures.read(Gauge.MINERS, walks::incrementAndGet);
        figures.count(Count.LOGINS_ACCEPTED);

        assertThat(statistics.getNames()).contains("miners", "logins_accepted", "certificate");
        assertThat(statistics.getValue("logins_accepted")).isEqualTo(1L);
        assertThat(statistics.getValue("certificate")).isEqualTo("ab12");
        assertThat(walks).hasValue(0);
        assertThat(statistics.getValue("miners")).isEqualTo(1L);
    }

    @Test
    void all_figures_are_those_that_have_a_name_in_the_same_order() {
        figures.read(Gauge.CONNECTIONS, () -> 3);

        assertThat(figures.all().keySet()).containsExactlyElementsOf(Figures.names());
        assertThat(figures.all()).containsEntry("connections", 3L).containsEntry("miners", 0L);
        assertThat(figures.one("unheard_of")).isZero();
    }
}
