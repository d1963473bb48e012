package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.view.WorkView;

class NetworkWatchTest {
    private static final Seed SEED = Seed.ofHex("ab".repeat(32));
    private static final Seed NEXT = Seed.ofHex("cd".repeat(32));

    private final ViewPool pools = new ViewPool();
    private final OpenPool pool = pools.all().get(0);
    private final List<Runnable> later = new ArrayList<>();
    private Optional<BlockTemplate> template = Optional.empty();
    private final NetworkWatch watch = new NetworkWatch(later::add, name -> template, pools::now);

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
    void the_seeds_are_those_of_the_work_that_miners_have_now() {
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();
        assertThat(watch.now(pool).orElseThrow().work()).isEmpty();

        template = Optional.of(work(SEED, Optional.of(NEXT)));

        assertThat(watch.now(pool).orElseThrow().work())
                .contains(new WorkView("rx/2", Optional.of(SEED), Optional.of(NEXT), Optional.of(ViewPool.xmr(6))));
        assertThat(watch.now(pool).orElseThrow().seedInterval()).contains(2048);
    }

    @Test
    void the_function_is_that_of_the_work_and_without_work_what_the_chain_began_with() {
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();
        assertThat(watch.now(pool).orElseThrow().pow()).isEqualTo("rx/0");

        template = Optional.of(work(SEED, Optional.empty()));

        assertThat(watch.now(pool).orElseThrow().pow()).isEqualTo("rx/2");
    }

    @Test
    void a_proof_of_work_without_seeds_shows_none() {
        template = Optional.of(work(Seed.none(), Optional.empty()));
        assertThat(watch.now(pool)).isEmpty();
        later.remove(0).run();

        assertThat(watch.now(pool).orElseThrow().work().orElseThrow().seed()).isEmpty();
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

    /** A template, after a fork, of which only function, seeds and reward matter. */
    private static BlockTemplate work(Seed seed, Optional<Seed> next) {
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(),
                new Class<?>[] {BlockTemplate.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "pow" -> new PowId("rx/2");
                    case "seed" -> seed;
                    case "nextSeed" -> next;
                    case "reward" -> Optional.of(ViewPool.xmr(6));
                    default -> throw new AssertionError("a projection called " + method);
                });
    }
}
