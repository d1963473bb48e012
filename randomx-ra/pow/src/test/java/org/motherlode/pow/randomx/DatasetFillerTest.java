package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.randomx.Cache;
import org.motherlode.randomx.Dataset;

/** Gives each filling up after a few slices of 6 MiB, so that it takes neither the time nor the memory of a whole one. */
class DatasetFillerTest {
    private static final int FEW = 6;
    private static final int MANY = 15;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final DatasetFiller filler = new DatasetFiller(threads, 3, 1);
    private final Cache cache = Libraries.at("").newCache();
    private final Dataset dataset = Libraries.at("").newDataset();

    /** Counts slices, and notes who asks before them. */
    private static final class Counted implements DatasetFiller.Pace {
        private final int slices;
        private final int urgentFrom;
        private final AtomicInteger asked = new AtomicInteger();
        private final Set<Thread> who = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean alone = new AtomicBoolean(true);

        Counted(int slices, int urgentFrom) {
            this.slices = slices;
            this.urgentFrom = urgentFrom;
        }

        @Override
        public boolean goesOn() {
            who.add(Thread.currentThread());
            int now = asked.incrementAndGet();
            if (now <= urgentFrom && who.size() > 1) {
                alone.set(false);
            }
            return now <= slices;
        }

        @Override
        public boolean isUrgent() {
            return asked.get() > urgentFrom;
        }
    }

    @BeforeEach
    void key() {
        cache.init(Known.FIRST.seed().octets().toBytes());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        dataset.close();
        cache.close();
    }

    @Test
    void ahead_of_time_one_thread_fills() {
        Counted pace = new Counted(FEW, FEW + 1);

        assertThat(filler.fill(dataset, cache, pace)).isFalse();
        assertThat(pace.who).containsExactly(Thread.currentThread());
        assertThat(pace.asked.get()).isEqualTo(FEW + 1);
    }

    @Test
    void what_is_urgent_all_threads_fill() {
        Counted pace = new Counted(MANY, 0);

        assertThat(filler.fill(dataset, cache, pace)).isFalse();
        assertThat(pace.who).hasSize(3);
    }

    @Test
    void what_becomes_urgent_meanwhile_gets_the_other_threads_from_then_on() {
        Counted pace = new Counted(MANY, FEW);

        assertThat(filler.fill(dataset, cache, pace)).isFalse();
        assertThat(pace.alone).isTrue();
        assertThat(pace.who).hasSize(3);
    }

    @Test
    void what_was_given_up_is_empty_and_can_be_filled_again() {
        assertThat(filler.fill(dataset, cache, new Counted(1, 1))).isFalse();

        assertThat(dataset.isReady()).isFalse();
        assertThat(filler.percent()).isEqualTo(100);
        assertThat(filler.fill(dataset, cache, new Counted(1, 1))).isFalse();
    }
}
