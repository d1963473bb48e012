package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.fixture.Until;

/** Three verifiers, one of which may be with strangers while proven miners are at work. */
class BusyStrangersTest {
    private static final long HASH = 1;
    private static final long PATIENCE_SECONDS = 30;
    private static final long AT_WORK_MILLIS = 7_000;

    private final AtomicLong clock = new AtomicLong();
    private final Lanes<String> lanes = new Lanes<>(
            new VerifySettings(3, 100, 100, 8, 8, "", 1, 1, 1, 1, 16, AT_WORK_MILLIS), clock::get, task -> {});
    private final List<Thread> verifiers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        verifiers.add(thread);
        return thread;
    });

    @AfterEach
    void end() {
        lanes.closeAtOnce();
        threads.shutdownNow();
    }

    @Test
    void a_verifier_stays_free_for_proven_miners() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.UNPROVEN, "a");
        offer(Lane.UNPROVEN, "b");
        assertThat(take().task()).isEqualTo("a");

        CompletableFuture<Lanes.Turn<String>> free = verifier();
        awaitIdle(1);
        offer(Lane.PROVEN, "proven");

        assertThat(task(free)).isEqualTo("proven");
    }

    @Test
    void the_next_stranger_follows_when_the_one_before_is_done_with() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.UNPROVEN, "a");
        offer(Lane.UNPROVEN_BLOCK, "claim");
        Lanes.Turn<String> first = take();
        CompletableFuture<Lanes.Turn<String>> free = verifier();
        awaitIdle(1);

        lanes.done(first, HASH);

        assertThat(task(free)).isEqualTo("a");
    }

    @Test
    void where_no_proven_miner_is_at_work_all_verifiers_are_with_strangers() throws Exception {
        offer(Lane.UNPROVEN, "a");
        offer(Lane.UNPROVEN, "b");
        assertThat(take().task()).isEqualTo("a");
        assertThat(take().task()).isEqualTo("b");
    }

    @Test
    void a_proven_miner_that_has_gone_holds_nobody_back() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.UNPROVEN, "a");
        offer(Lane.UNPROVEN, "b");
        assertThat(take().task()).isEqualTo("a");
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(AT_WORK_MILLIS));

        assertThat(take().task()).isEqualTo("b");
    }

    /** Time makes no noise: the first verifier that notices wakes the others. */
    @Test
    void verifiers_that_rest_are_woken_when_strangers_are_held_back_no_more() throws Exception {
        aProvenMinerWasHere();
        for (String task : List.of("a", "b", "c", "d")) {
            offer(Lane.UNPROVEN, task);
        }
        Lanes.Turn<String> first = take();
        List<CompletableFuture<Lanes.Turn<String>>> free = List.of(verifier(), verifier());
        awaitIdle(2);

        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(AT_WORK_MILLIS));
        lanes.done(first, HASH);

        assertThat(take().task()).isIn("b", "c", "d");
        assertThat(List.of(task(free.get(0)), task(free.get(1)))).doesNotHaveDuplicates();
    }

    @Test
    void a_stop_hashes_claims_of_strangers_with_all_verifiers() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.UNPROVEN_BLOCK, "a");
        offer(Lane.UNPROVEN_BLOCK, "b");
        assertThat(take().task()).isEqualTo("a");
        lanes.close(task -> true);

        assertThat(take().task()).isEqualTo("b");
    }

    /** The sixteenth that newcomers have is not a way around the bound. */
    @Test
    void a_turn_that_is_due_is_held_back_too() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.UNPROVEN, "a");
        assertThat(take().task()).isEqualTo("a");
        for (int i = 0; i < 20; i++) {
            offer(Lane.PROVEN, "proven");
            lanes.done(take(), HASH);
        }
        offer(Lane.UNPROVEN, "b");
        offer(Lane.PROVEN, "proven");

        assertThat(take().task()).isEqualTo("proven");
    }

    @Test
    void a_stranger_waits_until_a_verifier_beside_its_own_has_nothing_to_do() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.PROVEN, "proven");
        offer(Lane.PROVEN, "proven");
        Lanes.Turn<String> first = take();
        take();
        offer(Lane.UNPROVEN, "a");
        CompletableFuture<Lanes.Turn<String>> free = verifier();
        awaitIdle(1);
        assertThat(free).isNotDone();

        lanes.done(first, HASH);

        assertThat(task(free)).isEqualTo("a");
    }

    @Test
    void the_time_that_is_reserved_for_strangers_is_theirs_on_the_last_free_verifier_too() throws Exception {
        aProvenMinerWasHere();
        offer(Lane.PROVEN, "proven");
        offer(Lane.PROVEN, "proven");
        take();
        take();
        for (int i = 0; i < 20; i++) {
            offer(Lane.PROVEN, "proven");
            lanes.done(take(), HASH);
        }
        offer(Lane.PROVEN, "proven");
        offer(Lane.UNPROVEN, "a");

        assertThat(take().task()).isEqualTo("a");
    }

    private void aProvenMinerWasHere() throws InterruptedException {
        offer(Lane.PROVEN, "proven");
        lanes.done(take(), HASH);
    }

    private void offer(Lane lane, String task) {
        assertThat(lanes.offer(lane, Senders.at(1), task)).isTrue();
    }

    private Lanes.Turn<String> take() throws InterruptedException {
        return lanes.take().orElseThrow();
    }

    private CompletableFuture<Lanes.Turn<String>> verifier() {
        CompletableFuture<Lanes.Turn<String>> turn = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                turn.complete(take());
            } catch (InterruptedException | RuntimeException e) {
                turn.completeExceptionally(e);
            }
        });
        return turn;
    }

    private static String task(CompletableFuture<Lanes.Turn<String>> turn) throws Exception {
        return turn.get(PATIENCE_SECONDS, TimeUnit.SECONDS).task();
    }

    /** So many threads wait for a task, or have been given one that they should not have. */
    private void awaitIdle(int many) throws Exception {
        Until.until(() -> verifiers.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                == many);
    }
}
