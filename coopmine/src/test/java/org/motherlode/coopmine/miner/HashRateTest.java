package org.motherlode.coopmine.miner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HashRateTest {
    private final AtomicLong hashes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong(5);
    private final HashRate rate = new HashRate(hashes::get, nanos::get);

    @Test
    void the_rate_is_hashes_over_time_with_one_decimal() {
        hashes.set(1234);
        nanos.addAndGet(10_000_000_000L);

        assertThat(rate.sinceLast()).hasToString("123.4 H/s");
        assertThat(rate.sinceStart().milliHashesPerSecond()).isEqualTo(123_400);
    }

    @Test
    void each_reading_begins_where_the_last_one_ended() {
        hashes.set(100);
        nanos.addAndGet(1_000_000_000L);
        rate.sinceLast();
        hashes.set(150);
        nanos.addAndGet(1_000_000_000L);

        assertThat(rate.sinceLast()).hasToString("50.0 H/s");
        assertThat(rate.sinceStart()).hasToString("75.0 H/s");
    }

    @Test
    void no_time_is_no_division_by_zero() {
        assertThat(rate.sinceLast()).hasToString("0.0 H/s");
    }
}
