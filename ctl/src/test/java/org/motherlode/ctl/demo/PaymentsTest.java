package org.motherlode.ctl.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.process.ProgramFailedException;

class PaymentsTest {
    @Test
    void a_released_batch_does_not_keep_the_next_one_from_being_the_payout() {
        assertThat(payments("RELEASED", "CONFIRMED").areConfirmed()).isTrue();
        assertThat(payments("RELEASED").areConfirmed()).isFalse();
        assertThat(payments("CONFIRMED", "SENT").areConfirmed()).isFalse();
        assertThat(payments().areConfirmed()).isFalse();
    }

    @Test
    void a_batch_that_is_still_on_its_way_is_news_in_the_next_round() {
        Payments all = payments("CONFIRMED", "RELEASED", "RESERVED", "PREPARED", "SENT");

        assertThat(all.endedBatches()).isEqualTo(Set.of(1L, 2L));
        assertThat(all.without(all.endedBatches()).states()).isEqualTo("RESERVED, PREPARED, SENT");
    }

    @Test
    void what_is_sent_and_not_confirmed_waits_for_blocks() {
        assertThat(payments("CONFIRMED", "SENT", "PREPARED", "SENT").sent())
                .isEqualTo(Set.of("transaction 2", "transaction 4"));
    }

    @Test
    void a_review_ends_the_waiting_at_once() {
        assertThatThrownBy(() -> payments("CONFIRMED", "REVIEW").requireNoReview())
                .isInstanceOf(ProgramFailedException.class)
                .hasMessageStartingWith(
                        "payout batch 2 is in REVIEW, and the pool pays nothing more until a person decides");
        assertThat(payments("RELEASED", "SENT").requireNoReview().has("SENT")).isTrue();
    }

    /** One to each batch, the first of which is 1. */
    private static Payments payments(String... states) {
        return new Payments(IntStream.range(0, states.length)
                .mapToObj(i -> new PoolApi.Payment(i + 1, "amy", BigInteger.TEN, states[i], "transaction " + (i + 1)))
                .toList());
    }
}
