package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("long")
class LongRandomHistoriesTest {
    private static final long COUNT = 100_000;

    /** Others in each run; one that fails is told by its number, with which {@link Plot#of} makes it again. */
    @Test
    @Timeout(7_200)
    void a_hundred_thousand_histories_keep_the_books() throws InterruptedException {
        Tally tally = new Tally();
        long seed = System.currentTimeMillis();

        new Histories(seed, 2, tally).play(COUNT);

        assertThat(tally.counts())
                .as("histories from %d on", seed)
                .containsEntry("played", COUNT)
                .containsKeys(Tally.kinds());
    }
}
