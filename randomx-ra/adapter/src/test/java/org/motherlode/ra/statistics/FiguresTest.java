package org.motherlode.ra.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sums of several bounds, and which of them held. */
class FiguresTest {
    private static final List<Count> SUMS =
            List.of(Count.CONNECTIONS_REFUSED, Count.CONNECTIONS_CUT, Count.SHARES_THROTTLED);

    private final Figures figures = new Figures();

    @Test
    void a_part_is_counted_with_its_sum_and_with_nothing_else() {
        figures.count(Count.CONNECTIONS_CUT_IDLE);
        figures.count(Count.CONNECTIONS_CUT_IDLE);
        figures.count(Count.CONNECTIONS_FLOODING);

        assertThat(figures.all())
                .containsEntry("connections_cut", 3L)
                .containsEntry("connections_cut_idle", 2L)
                .containsEntry("connections_flooding", 1L);
        assertThat(figures.all().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(6);
    }

    @Test
    void a_sum_cannot_be_counted_past_its_parts() {
        for (Count sum : SUMS) {
            assertThat(sum.parts()).hasSizeGreaterThan(4).allMatch(part -> part.parts()
                    .isEmpty());
            assertThatThrownBy(() -> figures.count(sum))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(sum + " is the sum of [");
            assertThat(figures.total(sum)).isZero();
        }
    }

    @Test
    void each_part_is_documented_by_its_whole_name() throws IOException {
        String page = Files.readString(Path.of("../../docs/operators.md"));

        assertThat(SUMS.stream().flatMap(sum -> Stream.concat(Stream.of(sum), sum.parts().stream())))
                .allSatisfy(count -> assertThat(page).contains("`" + count.metric() + "`"));
    }
}
