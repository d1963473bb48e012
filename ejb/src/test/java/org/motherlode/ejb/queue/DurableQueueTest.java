package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DurableQueueTest {
    private static final byte[] BODY = new byte[500];
    private static final QueueSettings IMPATIENT = new QueueSettings(
            1,
            Duration.ofMillis(300),
            1,
            Duration.ZERO,
            Duration.ofMillis(20),
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void what_was_sent_is_there_after_a_crash() throws Exception {
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker, Bounds.SHORT).send("id", BODY, Marks.NONE);

            try (Broker other = broker.afterCrash(folder.resolve("b"))) {
                assertThat(other.take("words")).isPresent();
            }
        }
    }

    @Test
    void a_message_that_is_sent_twice_is_kept_once() throws Exception {
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            DurableQueue queue = queue(broker, Bounds.SHORT);
            queue.send("id", BODY, Marks.NONE);
            queue.send("id", BODY, Marks.NONE);

            assertThat(broker.count("words")).isEqualTo(1);
        }
    }

    @Test
    void without_a_broker_a_send_fails_and_with_one_it_succeeds_again() throws Exception {
        Broker broker = Broker.on(folder.resolve("a"));
        DurableQueue queue = queue(broker, Bounds.SHORT);
        queue.send("1", BODY, Marks.NONE);
        broker.close();

        assertThatThrownBy(() -> queue.send("2", BODY, Marks.NONE)).isInstanceOf(QueueUnavailableException.class);
        assertThat(queue.health().up()).isFalse();
    }

    @Test
    @Timeout(60)
    void a_send_that_the_broker_lets_wait_is_ended() throws Exception {
        try (Broker broker = Broker.full(folder.resolve("a"))) {
            DurableQueue queue = queue(broker, IMPATIENT);
            CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(() -> sendForEver(queue));
            while (!sending.isDone()) {
                queue.endOverdue();
            }

            assertThatThrownBy(sending::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(QueueUnavailableException.class);
        }
    }

    private static int sendForEver(DurableQueue queue) {
        int sent = 0;
        while (sent >= 0) {
            queue.send(Integer.toString(sent++), BODY, Marks.NONE);
        }
        return sent;
    }

    private static DurableQueue queue(Broker broker, QueueSettings settings) {
        return new DurableQueue(broker.access("words"), settings, System::nanoTime);
    }
}
