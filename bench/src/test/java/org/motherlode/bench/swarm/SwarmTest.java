package org.motherlode.bench.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.floor.Floor;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;
import org.motherlode.stratum.client.PoolJob;

class SwarmTest {
    private static final int BOTS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PoolJob JOB = new PoolJob(
            "session",
            "job-7",
            Octets.of(new byte[76]),
            PoolJob.USUAL_NONCE_OFFSET,
            -1,
            Optional.of("rx/0"),
            7,
            new Seed(Octets.of(new byte[32])),
            Optional.empty());

    @Test
    void every_bot_logs_in_and_hears_each_push() throws Exception {
        Semaphore heard = new Semaphore(0);
        BotEvents events = new BotEvents() {
            @Override
            public void job(Bot bot, long nanos) {
                heard.release();
            }
        };
        try (Floor floor = new Floor();
                Swarm swarm = new Swarm(settings(floor.port()), events)) {
            floor.expect(BOTS, JOB);
            List<Bot> bots = swarm.admitAll(BOTS, PATIENCE);
            floor.awaitReady();

            floor.push();
            floor.push();

            assertThat(heard.tryAcquire(2 * BOTS, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(bots).allSatisfy(bot -> assertThat(bot.job().id()).isEqualTo("job-7"));
        }
    }

    @Test
    void a_port_that_nobody_listens_on_loses_every_bot_and_says_why() throws Exception {
        int port;
        try (Floor floor = new Floor()) {
            port = floor.port();
        }
        try (Swarm swarm = new Swarm(settings(port), BotEvents.NONE)) {
            assertThatThrownBy(() -> swarm.admitAll(3, PATIENCE)).hasMessageContaining("3 of 3 bots could not log in");
        }
    }

    @Test
    void four_hundred_bots_come_from_one_address_and_the_next_from_another() {
        Sources sources = Sources.neighbours(400);
        PoolPort local = PoolPort.local(3333);

        assertThat(sources.of(399, local).orElseThrow().getHostString()).isEqualTo("127.0.0.2");
        assertThat(sources.of(400, local).orElseThrow().getHostString()).isEqualTo("127.0.0.3");
        assertThat(Sources.strangers(7, 2).of(2, local).orElseThrow().getHostString())
                .isEqualTo("127.7.3.1");
        assertThat(sources.of(0, new PoolPort("192.0.2.1", 3333, false))).isEmpty();
    }

    @Test
    void a_port_is_read_with_its_host() {
        assertThat(PoolPort.of("pool.example:3333", true)).isEqualTo(new PoolPort("pool.example", 3333, true));
        assertThat(PoolPort.of("[::1]:3333", false)).isEqualTo(new PoolPort("::1", 3333, false));
        assertThatThrownBy(() -> PoolPort.of("3333", false)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SwarmSettings settings(int port) {
        return SwarmSettings.of(PoolPort.local(port), Identity.of("4abc"));
    }
}
