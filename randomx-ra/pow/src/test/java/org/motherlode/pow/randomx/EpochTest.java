package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.randomx.Cache;

class EpochTest {
    private final Cache cache = Libraries.at("").newCache();
    private final List<Cache> handedOn = new ArrayList<>();
    private final Epoch<Cache> epoch = new Epoch<>(Known.FIRST.seed(), cache, handedOn::add);

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void the_memory_of_an_unused_epoch_is_handed_on_at_once() {
        epoch.retire();

        assertThat(handedOn).containsExactly(cache);
        assertThat(epoch.acquire()).isFalse();
    }

    @Test
    void the_memory_of_an_epoch_in_use_is_handed_on_with_the_last_lease() {
        assertThat(epoch.acquire()).isTrue();
        assertThat(epoch.acquire()).isTrue();
        assertThat(epoch.leases()).isEqualTo(2);

        epoch.retire();
        assertThat(epoch.acquire()).isFalse();
        epoch.release();
        assertThat(handedOn).isEmpty();
        epoch.release();
        assertThat(handedOn).containsExactly(cache);
    }
}
