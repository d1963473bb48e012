package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepeatedTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    @Test
    void work_is_done_again_and_again_until_it_is_ended() throws Exception {
        CountDownLatch often = new CountDownLatch(3);
        Repeated work = Repeated.every(SOON, "tried work", often::countDown, this::thread);
        often.await();

        work.end();
        threads.take().join();
    }

    @Test
    void the_first_run_comes_after_a_pause_or_at_once() throws Exception {
        CountDownLatch once = new CountDownLatch(1);
        Repeated later = Repeated.every(Duration.ofHours(1), "later", runs::incrementAndGet, this::thread);
        Repeated now = Repeated.fromNowOn(Duration.ofHours(1), "now", once::countDown, this::thread);
        once.await();

        now.end();
        later.end();
        assertThat(runs).hasValue(0);
    }

    @Test
    void an_error_in_what_is_done_once_goes_no_further() {
        AtomicInteger ran = new AtomicInteger();

        Repeated.guarded("tried work", () -> {
            ran.incrementAndGet();
            throw new NoClassDefFoundError("a/Listener");
        });

        assertThat(ran).hasValue(1);
    }

    @Test
    void a_bug_in_one_run_does_not_end_the_next() throws Exception {
        CountDownLatch runsWithBugs = new CountDownLatch(2);
        Repeated work = Repeated.every(
                SOON,
                "tried work",
                () -> {
                    runsWithBugs.countDown();
                    throw new IllegalStateException("a bug");
                },
                this::thread);
        runsWithBugs.await();
        work.end();
    }

    @Test
    void a_run_that_is_under_way_is_waited_for() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Repeated work = Repeated.fromNowOn(
                SOON,
                "tried work",
                () -> {
                    begun.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("interrupted", e);
                    }
                    runs.incrementAndGet();
                },
                this::thread);
        begun.await();
        go.countDown();
        work.end();

        int counted = runs.get();
        assertThat(counted).isPositive();
        threads.take().join();
        assertThat(runs).hasValue(counted);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    }
}
