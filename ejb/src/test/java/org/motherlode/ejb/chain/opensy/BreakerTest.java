package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.job.SealedBlock;

@Timeout(60)
class BreakerTest {
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);
    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(5), clock::get);

    @Test
    void after_three_failures_nothing_is_asked_for_five_seconds() throws Exception {
        fail("one");
        fail("two");
        fail("three");

        assertThatThrownBy(() -> breaker.let("the node", () -> "asked"))
                .hasMessage("the node did not answer 3 times in a row; it is asked again after 1970-01-01T00:00:05Z");
        clock.set(Instant.EPOCH.plusSeconds(5));
        assertThat(breaker.let("the node", () -> "asked")).isEqualTo("asked");
        fail("one again");
        assertThat(breaker.let("the node", () -> "asked")).isEqualTo("asked");
    }

    @Test
    void one_that_is_let_through_and_fails_begins_the_rest_anew() {
        fail("one");
        fail("two");
        fail("three");
        clock.set(Instant.EPOCH.plusSeconds(5));
        fail("the one let through");

        assertThatThrownBy(() -> breaker.let("the node", () -> "asked")).hasMessageContaining("00:00:10Z");
    }

    @Test
    void an_answer_in_between_begins_the_count_anew() throws Exception {
        fail("one");
        fail("two");
        breaker.let("the node", () -> "asked");
        fail("one");
        fail("two");

        assertThat(breaker.let("the node", () -> "asked")).isEqualTo("asked");
    }

    /** Where answers with an error count, a few refused blocks keep a pool from its node. */
    @Test
    void a_refusal_by_the_node_is_an_answer_and_a_status_is_none() throws Exception {
        try (OpenSyNode node = StandIns.started(StandInPow.quick());
                Chain chain = StandIns.chain(
                        node.url(), Map.of("opensy.node-login", OpenSyNode.LOGIN, "opensy.node-failures", "3"))) {
            SealedBlock garbage = new SealedBlock(new BlockRef(1, "x"), Octets.ofHex("00"), Optional.empty());
            for (int i = 0; i < 10; i++) {
                assertThat(chain.sink().submit(garbage).accepted()).isFalse();
            }
            assertThat(chain.source().tip().height()).isZero();

            node.refuseWith(503);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> chain.source().tip()).hasMessageContaining("answers with HTTP status 503");
            }
            node.answerAgain();
            assertThatThrownBy(() -> chain.source().tip()).hasMessageContaining("did not answer 3 times in a row");
        }
    }

    private void fail(String words) {
        assertThatThrownBy(() -> breaker.let("the node", () -> {
                    throw new NodeUnavailableException(words);
                }))
                .hasMessage(words);
    }
}
