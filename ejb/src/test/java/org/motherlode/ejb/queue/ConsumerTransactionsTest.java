package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a consumer takes together, and what becomes of it when it must end in the middle. */
@Timeout(60)
class ConsumerTransactionsTest {
    @TempDir
    Path folder;

    private final WordFormat format = new WordFormat();

    @Test
    void what_comes_while_it_gathers_is_stored_in_one_transaction() throws Exception {
        List<Integer> transactions = new CopyOnWriteArrayList<>();
        Shelf shelf = new Shelf(Bounds.SHORT.mostMessages(), 0);
        Store<String> counting = words -> {
            transactions.add(words.size());
            shelf.store(words);
        };
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            QueueThread thread = start(broker, counting, Bounds.gathering(Duration.ofMinutes(1)));
            for (int i = 0; i < Bounds.SHORT.mostMessages(); i++) {
                send(broker, "word " + i);
            }
            assertThat(shelf.isFull()).isTrue();
            thread.stop();
        }
        assertThat(transactions).containsExactly(Bounds.SHORT.mostMessages());
    }

    /** Above 100 KiB the broker sends a message in pieces, and its client forgets them at the next receive. */
    @Test
    void large_messages_are_whole_though_several_are_taken_together() throws Exception {
        String first = "a".repeat(300_000);
        String last = "b".repeat(200_000);
        byte[] noWord = new byte[150_000];
        Arrays.fill(noWord, (byte) 7);
        Shelf shelf = new Shelf(3, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, first, "small", last);
            new DurableQueue(broker.access("words"), Bounds.SHORT, System::nanoTime).send("7", noWord, Marks.NONE);
            QueueThread thread = start(broker, shelf, Bounds.gathering(Duration.ofSeconds(2)));
            assertThat(shelf.isFull()).isTrue();
            while (broker.count("words") > 0 && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            thread.stop();

            assertThat(shelf.words()).containsExactly(first, "small", last);
            assertThat(broker.takeBytes("DLQ")).isEqualTo(noWord);
        }
    }

    /** Else a sign of life that was behind them would be stored before them. */
    @Test
    void what_a_consumer_that_hangs_holds_comes_before_what_was_behind_it() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        Store<String> hanging = words -> {
            hangs.countDown();
            awaitQuietly(answers);
        };
        Shelf shelf = new Shelf(3, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one", "two");
            QueueThread thread = start(broker, hanging, Bounds.SHORT);
            hangs.await();
            send(broker, "three");
            thread.stop(Duration.ofMillis(1));

            QueueThread next = start(broker, shelf, Bounds.SHORT);
            while (broker.count("words") > 0 && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            next.stop();
            answers.countDown();

            assertThat(shelf.words()).containsExactly("one", "two", "three");
        }
    }

    /** As a driver does that reads from a socket: an interrupt ends nothing. */
    private static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private QueueThread start(Broker broker, Store<String> store, QueueSettings settings) {
        Intake<String> intake = new Intake<>("words", format, store, new Book());
        return QueueThread.start(
                new QueueConsumer<>(broker.access("words"), intake, settings), Executors.defaultThreadFactory());
    }

    private void send(Broker broker, String... words) {
        DurableQueue queue = new DurableQueue(broker.access("words"), Bounds.SHORT, System::nanoTime);
        for (String word : words) {
            queue.send(UUID.randomUUID().toString(), format.write(word), Marks.NONE);
        }
        queue.endAll();
    }
}
