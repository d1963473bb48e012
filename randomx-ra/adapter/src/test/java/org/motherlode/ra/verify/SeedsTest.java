package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.Seed;
import org.motherlode.ra.fixture.ForkHasher;
import org.motherlode.ra.fixture.ForkTemplate;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;

/** Three seeds can be kept; who has more pools than that on different chains of one function must hear of it. */
class SeedsTest {
    private static final PoolName POOL = new PoolName("pool-1");

    private final List<Runnable> slowly = new ArrayList<>();
    private Hashers hashers;
    private Seeds seeds;

    @BeforeEach
    void open() throws Exception {
        hashers = new Hashers(VerifySettings.of(1, "", Settings.parse("")), SeedsTest.class.getClassLoader());
        hashers.open(Sha256Hasher.ID, false);
        hashers.open(ForkHasher.ID, false);
        seeds = new Seeds(hashers, slowly::add);
    }

    @Test
    void a_fourth_pool_waits_and_that_is_said_once_however_often_it_asks() {
        try (LogEar log = new LogEar(Level.INFO)) {
            for (int i = 0; i < 20; i++) {
                for (int pool = 1; pool <= 4; pool++) {
                    need(pool, pool);
                }
            }

            assertThat(seeds.isReady(template(3))).isTrue();
            assertThat(seeds.isReady(template(4))).isFalse();
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .containsExactly(
                            "sha-256: only 3 seeds can be kept at once, so these pools get no new work: [pool-4]");
        }
    }

    @Test
    void the_place_of_a_stopped_pool_is_another_s() {
        for (int pool = 1; pool <= 4; pool++) {
            need(pool, pool);
        }
        seeds.forget(new PoolName("pool-1"));

        assertThat(seeds.isReady(template(4))).isTrue();
        assertThat(seeds.isReady(template(1))).isFalse();
    }

    /** As a builder does that found no memory: only being told once more makes it try again. */
    @Test
    void what_is_wanted_is_told_again_now_and_then() {
        need(1, 1);
        hashers.find(Sha256Hasher.ID).orElseThrow().keep(List.of());
        need(1, 1);
        assertThat(seeds.isReady(template(1))).isFalse();

        seeds.keepOnceMore();

        assertThat(seeds.isReady(template(1))).isTrue();
    }

    @Test
    void a_stopped_pool_pushes_no_former_seed_out() {
        need(1, 1);
        need(2, 2);
        need(3, 3);
        seeds.forget(new PoolName("pool-3"));
        need(1, 4);

        assertThat(seeds.isReady(template(1))).isTrue();
    }

    @Test
    void after_a_fork_the_former_function_keeps_its_seed_while_late_shares_may_come_and_is_released_then() {
        seeds.need(POOL, PlainTemplate.at(5), 2);
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 2);
        seeds.need(POOL, ForkTemplate.at(7, ForkHasher.ID), 2);

        assertThat(seeds.isReady(PlainTemplate.at(5))).isTrue();
        assertThat(seeds.isReady(ForkTemplate.at(7, ForkHasher.ID))).isTrue();

        seeds.need(POOL, ForkTemplate.at(8, ForkHasher.ID), 2);

        assertThat(hashers.isOpen(Sha256Hasher.ID)).isFalse();
        assertThat(seeds.isReady(PlainTemplate.at(5))).isFalse();
        assertThat(seeds.isReady(ForkTemplate.at(8, ForkHasher.ID))).isTrue();
    }

    /** In fast mode there may have been no room for a second dataset before. */
    @Test
    void when_a_function_has_given_its_memory_back_the_others_are_asked_once_more() {
        seeds.need(POOL, PlainTemplate.at(5), 1);
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 1);
        seeds.need(POOL, ForkTemplate.at(7, ForkHasher.ID), 1);
        hashers.find(ForkHasher.ID).orElseThrow().keep(List.of());

        slowly.forEach(Runnable::run);

        assertThat(seeds.isReady(ForkTemplate.at(7, ForkHasher.ID))).isTrue();
    }

    @Test
    void a_chain_that_turns_back_over_the_fork_has_both_functions_and_then_the_first_alone() {
        seeds.need(POOL, PlainTemplate.at(5), 2);
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 2);
        seeds.need(POOL, PlainTemplate.at(5), 2);

        assertThat(seeds.isReady(PlainTemplate.at(5))).isTrue();
        assertThat(seeds.isReady(ForkTemplate.at(6, ForkHasher.ID))).isTrue();

        seeds.need(POOL, PlainTemplate.at(9), 2);

        assertThat(hashers.isOpen(ForkHasher.ID)).isFalse();
        assertThat(seeds.isReady(PlainTemplate.at(9))).isTrue();
    }

    @Test
    void a_function_that_another_pool_works_with_is_not_released() {
        need(2, 1);
        seeds.need(POOL, PlainTemplate.at(5), 1);
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 1);
        seeds.need(POOL, ForkTemplate.at(7, ForkHasher.ID), 1);

        assertThat(seeds.isReady(template(1))).isTrue();
        assertThat(seeds.isReady(PlainTemplate.at(5))).isFalse();
    }

    @Test
    void a_function_that_only_a_stopped_pool_had_is_released_and_can_be_opened_anew() {
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 2);
        seeds.forget(POOL);
        slowly.forEach(Runnable::run);
        assertThat(hashers.isOpen(ForkHasher.ID)).isFalse();

        hashers.open(ForkHasher.ID, false);
        seeds.need(POOL, ForkTemplate.at(6, ForkHasher.ID), 2);

        assertThat(seeds.isReady(ForkTemplate.at(6, ForkHasher.ID))).isTrue();
    }

    @Test
    void each_kept_seed_with_a_dataset_is_counted() {
        Sha256Hasher.DATASETS.add(seed(1));
        need(1, 1);
        assertThat(seeds.datasets()).isEqualTo(1);
        assertThat(seeds.fast()).isEqualTo(1);

        Sha256Hasher.DATASETS.add(seed(2));
        assertThat(seeds.datasets()).isEqualTo(1);
        need(1, 2);
        assertThat(seeds.datasets()).isEqualTo(2);
        assertThat(seeds.fast()).isEqualTo(1);
    }

    @AfterEach
    void forgetDatasets() {
        Sha256Hasher.DATASETS.clear();
    }

    private void need(int pool, int seed) {
        seeds.need(new PoolName("pool-" + pool), template(seed), 2);
    }

    private static BlockTemplate template(int seed) {
        PlainTemplate plain = PlainTemplate.at(5);
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(),
                new Class<?>[] {BlockTemplate.class},
                (self, method, args) -> method.getName().equals("seed") ? seed(seed) : method.invoke(plain, args));
    }

    private static Seed seed(int number) {
        return Seed.ofHex("5eed000" + number);
    }
}
