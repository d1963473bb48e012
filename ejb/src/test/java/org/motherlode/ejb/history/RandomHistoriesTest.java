package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a pool, in whatever order, with deaths before each commit: its books hold what they hold on paper. */
class RandomHistoriesTest {
    private static final long SEED = 20_261_122;
    private static final long COUNT = 1_500;

    @Test
    @Timeout(1_200)
    void the_books_hold_what_they_hold_on_paper() throws InterruptedException {
        Tally tally = new Tally();

        new Histories(SEED, 2, tally).play(COUNT);

        assertThat(tally.counts())
                .as("what happened")
                .containsEntry("played", COUNT)
                .containsKeys(Tally.kinds());
    }
}
