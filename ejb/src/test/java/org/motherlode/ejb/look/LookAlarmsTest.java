package org.motherlode.ejb.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;

class LookAlarmsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final LookAlarms alarms = new LookAlarms(() -> now);

    @Test
    void a_timer_that_misses_its_looks_is_told_until_it_looks_again() {
        alarms.expect("settle-block", Duration.ofSeconds(2));
        after(59);
        assertThat(alarms.now())
                .containsExactly(new Condition(
                        "settle-block.timer", true, false, "this server's timer looks for work of no pool"));
        after(1);
        assertThat(alarms.now())
                .containsExactly(new Condition(
                        "settle-block.timer",
                        false,
                        false,
                        "this server's timer has not looked for work for 60 s and should every 2 s"));

        alarms.looked("settle-block", Set.of(new PoolName("tari"), new PoolName("monero")), Set.of());

        assertThat(alarms.now())
                .containsExactly(new Condition(
                        "settle-block.timer", true, false, "this server's timer looks for work of monero, tari"));
    }

    @Test
    void one_that_looks_seldom_gets_five_looks() {
        alarms.expect("pay-miners", Duration.ofSeconds(60));
        after(299);
        assertThat(alarms.now()).allMatch(Condition::up);
        after(1);
        assertThat(alarms.now()).noneMatch(Condition::up).hasSize(1);
    }

    @Test
    void a_pool_that_cannot_be_looked_at_is_told_until_it_can() {
        PoolName monero = new PoolName("monero");
        alarms.expect("pay-miners", Duration.ofSeconds(60));
        alarms.looked("pay-miners", Set.of(), Set.of(monero));
        assertThat(alarms.now())
                .containsExactly(new Condition(
                        "pay-miners.timer",
                        false,
                        false,
                        "this server's timer looks for work of no pool and cannot look for that of monero, the log says"
                                + " why"));

        alarms.looked("pay-miners", Set.of(monero), Set.of());

        assertThat(alarms.now()).allMatch(Condition::up);
    }

    @Test
    void each_timer_is_told_by_itself() {
        alarms.expect("settle-block", Duration.ofSeconds(2));
        alarms.expect("pay-miners", Duration.ofSeconds(2));
        after(90);
        alarms.looked("pay-miners", Set.of(), Set.of());

        assertThat(alarms.now().stream().filter(Condition::up).map(Condition::name))
                .containsExactly("pay-miners.timer");
    }

    private void after(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
