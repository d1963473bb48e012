package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.motherlode.model.view.ViewUnavailableException;

class KeptTest {
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private final Kept<String, Integer> kept = new Kept<>(2, Duration.ofSeconds(3), () -> now);

    @Test
    void an_answer_is_given_again_until_it_is_old() {
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(1);
        now = now.plusMillis(2999);
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(1);
        now = now.plusMillis(1);
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void the_oldest_answer_makes_room() {
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(1);
        assertThat(kept.get("b", asked::incrementAndGet)).isEqualTo(2);
        assertThat(kept.get("c", asked::incrementAndGet)).isEqualTo(3);
        assertThat(kept.get("b", asked::incrementAndGet)).isEqualTo(2);
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(4);
    }

    @Test
    void a_failure_is_kept_as_long_as_an_answer() {
        assertThatThrownBy(() -> kept.get("a", this::fail)).hasMessage("away");
        assertThatThrownBy(() -> kept.get("a", this::fail)).hasMessage("away");
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(3);
        assertThat(kept.get("a", asked::incrementAndGet)).isEqualTo(2);
    }

    private Integer fail() {
        asked.incrementAndGet();
        throw new ViewUnavailableException("away");
    }
}
