package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.OpenPool;

class NetworkWatchTest {
    private final ViewPool pools = new ViewPool();
    private final OpenPool pool = pools.all().get(0);
    private final List<Runnable> later = new ArrayList<>();
    private final NetworkWatch watch = new NetworkWatch(later::add, pools::now);

    @Test
    void who_looks_first_gets_no_answer_and_does_not_wait() {
        assertThat(watch.now(pool)).isEmpty();

        later.remove(0).run();

        assertThat(watch.now(pool).orElseThrow().height()).isEqualTo(3_000_000);
    }

    @Test
    void the_network_s_hash_rate_is_its_difficulty_by_the_seconds_between_blocks() {
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();

        assertThat(watch.now(pool).orElseThrow().hashrate()).contains(BigInteger.valueOf(2000));
    }

    @Test
    void a_node_has_one_question_at_a_time_however_many_look() {
        for (int i = 0; i < 100; i++) {
            assertThat(watch.now(pool)).isEmpty();
            pools.passes(Duration.ofMinutes(1));
        }

        assertThat(later).hasSize(1);
    }

    @Test
    void an_answer_is_good_for_ten_seconds() {
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();

        pools.passes(Duration.ofSeconds(9));
        assertThat(watch.now(pool)).isPresent();
        assertThat(later).isEmpty();
        pools.passes(Duration.ofSeconds(1));
        assertThat(watch.now(pool)).isPresent();
        assertThat(later).hasSize(1);
    }

    @Test
    void a_node_that_goes_away_leaves_its_last_answer_with_its_time() {
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();
        pools.nodeAway = true;
        pools.passes(Duration.ofMinutes(5));

        assertThat(watch.now(pool)).isPresent();
        later.remove(0).run();

        assertThat(watch.now(pool).orElseThrow().asOf()).isEqualTo(ViewPool.NOON);
        assertThat(pools.questions).isEqualTo(2);
    }
}
