package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motherlode.model.work.Difficulty;

class TemplateWatcherTest {
    private static final TemplateTerms TERMS = new TemplateTerms(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofMinutes(5),
            Difficulty.of(500));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final FakeChain chain = new FakeChain();
    private final FakeGateway gateway = new FakeGateway();
    private final TemplateWatcher watcher = new TemplateWatcher(chain.pool(), gateway, TERMS, () -> now);

    @Test
    void miners_get_new_work_when_the_tip_moves_and_only_then() {
        watcher.look();
        after(1).look();
        chain.moveTo("b");
        after(1).look();

        assertThat(gateway.told).containsExactly("work on a", "work on b");
    }

    @Test
    void work_on_the_same_tip_is_renewed_for_new_transactions() {
        watcher.look();
        after(29).look();
        assertThat(gateway.told).hasSize(1);

        after(1).look();

        assertThat(gateway.told).containsExactly("work on a", "work on a");
    }

    @Test
    void another_difficulty_on_the_same_tip_is_new_work() {
        watcher.look();
        chain.asks(600);
        after(1).look();
        after(1).look();

        assertThat(gateway.told).containsExactly("work on a", "work on a");
    }

    /** Its data are gone: it follows the same chain, from the beginning. */
    @Test
    void a_node_whose_next_block_is_far_too_easy_gives_no_work() {
        watcher.look();
        chain.asks(499);
        chain.moveTo("b");
        after(19).look();
        assertThat(gateway.told).containsExactly("work on a");
        assertThat(watcher.health().words())
                .contains("has difficulty 499, less than template.least-difficulty, 500", "lost its chain");

        after(1).look();
        assertThat(watcher.template()).isEmpty();
        chain.asks(500);
        after(1).look();

        assertThat(gateway.told).last().isEqualTo("work on b");
    }

    @Test
    void a_node_that_is_away_for_a_moment_disturbs_nobody_but_the_health_check() {
        watcher.look();
        chain.isAway(true);
        after(19).look();

        assertThat(gateway.told).containsExactly("work on a");
        assertThat(watcher.health().up()).isFalse();
        assertThat(watcher.health().words()).isEqualTo("the node is away");
    }

    @Test
    void a_node_that_stays_away_ends_the_work_once_and_its_return_resumes_it() {
        watcher.look();
        chain.isAway(true);
        after(20).look();
        after(20).look();
        assertThat(gateway.told).hasSize(2).first().isEqualTo("work on a");

        assertThat(watcher.template()).isEmpty();

        chain.isAway(false);
        after(1).look();

        assertThat(watcher.template()).isPresent();
        assertThat(gateway.told).last().isEqualTo("work on a");
        assertThat(watcher.health().up()).isTrue();
    }

    @Test
    void an_error_in_a_chains_code_is_a_node_that_is_away() {
        watcher.look();
        chain.lacksItsJar(true);
        after(20).look();
        assertThat(gateway.told).hasSize(2);
        assertThat(watcher.health().words()).endsWith("java.lang.NoClassDefFoundError: toy/Node");

        chain.lacksItsJar(false);
        after(1).look();

        assertThat(gateway.told).last().isEqualTo("work on a");
    }

    @Test
    void miners_who_wait_for_a_node_that_never_came_are_told() {
        chain.isAway(true);
        watcher.look();
        assertThat(gateway.told).isEmpty();

        after(20).look();

        assertThat(gateway.told).hasSize(1);
    }

    @Test
    void strangers_are_not_told_what_the_node_s_client_said_but_the_health_is() {
        chain.isAway(true);
        watcher.look();
        after(20).look();

        assertThat(gateway.told).containsExactly("suspend: The pool has no work: its node gives none at present.");
        assertThat(watcher.health().words()).isEqualTo("the node is away");
    }

    @Test
    void the_age_of_the_template_is_known_and_one_that_never_came_is_not_fresh() {
        assertThat(after(3).age()).isEqualTo(Duration.ofSeconds(3));
        watcher.look();

        assertThat(after(7).age()).isEqualTo(Duration.ofSeconds(7));
    }

    private TemplateWatcher after(long seconds) {
        now = now.plusSeconds(seconds);
        return watcher;
    }
}
