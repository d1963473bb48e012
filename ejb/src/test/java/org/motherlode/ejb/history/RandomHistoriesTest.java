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
                .containsKeys(
                        "stage ALLOT",
                        "stage REVERSE",
                        "stage MATURE",
                        "stage LOSE",
                        "half a stage ALLOT",
                        "half a stage MATURE",
                        "terms",
                        "own threshold",
                        "hold",
                        "hold ended",
                        "reserved",
                        "reserved, waits",
                        "reserved no more: hold or threshold",
                        "reserved no more: paused",
                        "released by two persons",
                        "signed",
                        "taken back",
                        "PREPARED to SENT",
                        "SENT to CONFIRMED",
                        "RESERVED to RELEASED",
                        "PREPARED to RELEASED",
                        "SENT to REVIEW",
                        "a person refuses",
                        "a person decides ASK",
                        "a person decides CONFIRM",
                        "a person decides RELEASE",
                        "a person decides REVIEW",
                        "deposit",
                        "withdrawal",
                        "withdrawal refused");
    }
}
