package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.Seed;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;

/** Three seeds can be kept; who has more pools than that on different chains of one function must hear of it. */
class SeedsTest {
    private Seeds seeds;

    @BeforeEach
    void open() throws Exception {
        Hashers hashers = new Hashers(VerifySettings.of(1, "", Settings.parse("")), SeedsTest.class.getClassLoader());
        hashers.open(Sha256Hasher.ID, false);
        seeds = new Seeds(hashers);
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

    @Test
    void a_stopped_pool_pushes_no_former_seed_out() {
        need(1, 1);
        need(2, 2);
        need(3, 3);
        seeds.forget(new PoolName("pool-3"));
        need(1, 4);

        assertThat(seeds.isReady(template(1))).isTrue();
    }

    private void need(int pool, int seed) {
        seeds.need(new PoolName("pool-" + pool), template(seed));
    }

    private static BlockTemplate template(int seed) {
        PlainTemplate plain = PlainTemplate.at(5);
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(),
                new Class<?>[] {BlockTemplate.class},
                (self, method, args) ->
                        method.getName().equals("seed") ? Seed.ofHex("5eed000" + seed) : method.invoke(plain, args));
    }
}
