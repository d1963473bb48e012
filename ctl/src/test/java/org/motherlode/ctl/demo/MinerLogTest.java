package org.motherlode.ctl.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinerLogTest {
    private static final String SHARE =
            "{\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"share-accepted\",\"text\":\"\",\"difficulty\":20}\n";
    private static final String REFUSED = "{\"event\":\"share-refused\",\"text\":\"\",\"difficulty\":20}\n";
    private static final String RATE = "{\"event\":\"rate\",\"text\":\"\",\"milliHashesPerSecond\":20350}\n";

    @Test
    void shares_that_were_accepted_are_counted_with_their_work() {
        MinerLog log = MinerLog.of("a line of the JVM\n" + SHARE + REFUSED + SHARE + RATE + "{\"event\":\"share-acc");

        assertThat(log.shares()).isEqualTo(2);
        assertThat(log.work()).isEqualTo(40);
        assertThat(log.words(600)).isEqualTo("20.3 H/s, 2 shares accepted, 6 % of the expected work");
    }

    @Test
    void two_miners_are_told_together_even_if_one_has_not_said_its_rate() {
        MinerLog both = MinerLog.of(SHARE).plus(MinerLog.of(SHARE + RATE));

        assertThat(both.words(20)).isEqualTo("20.3 H/s, 2 shares accepted, 200 % of the expected work");
        assertThat(MinerLog.of("").words(20))
                .isEqualTo("hash rate not yet known, 0 shares accepted, 0 % of the expected work");
    }
}
