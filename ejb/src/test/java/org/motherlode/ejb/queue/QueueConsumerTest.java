package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueConsumerTest {
    @TempDir
    Path folder;

    private final WordFormat format = new WordFormat();

    @Test
    void what_was_sent_is_stored_in_its_order_and_leaves_the_queue() throws Exception {
        Shelf shelf = new Shelf(3, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one", "two", "three");

            consuming(broker, shelf, consumer -> assertFull(shelf));

            assertThat(shelf.words()).containsExactly("one", "two", "three");
            assertThat(broker.count("words")).isZero();
        }
    }

    @Test
    void a_store_that_is_away_is_waited_for() throws Exception {
        Shelf shelf = new Shelf(2, 5);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one", "two");

            consuming(broker, shelf, consumer -> assertFull(shelf));

            assertThat(shelf.words()).containsExactly("one", "two");
        }
    }

    @Test
    void while_the_store_is_away_messages_stay_and_the_health_says_why() throws Exception {
        Shelf shelf = new Shelf(1, Integer.MAX_VALUE);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one");

            consuming(broker, shelf, consumer -> {
                while (consumer.health().up()) {
                    Thread.onSpinWait();
                }
                assertThat(consumer.health().words()).contains("connection refused");
            });

            assertThat(broker.count("words")).isEqualTo(1);
        }
    }

    @Test
    void a_message_that_nobody_can_read_goes_whole_to_the_dead_letters() throws Exception {
        Shelf shelf = new Shelf(1, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker).send(UUID.randomUUID().toString(), new byte[] {1, 2, 3, 4, 0, 0, 0, 1});
            send(broker, "one");

            consuming(broker, shelf, consumer -> assertFull(shelf));

            Message dead = broker.take("DLQ").orElseThrow();
            assertThat(dead.getStringProperty("motherlode_why")).isEqualTo("the message is no word");
            assertThat(dead.getStringProperty("motherlode_queue")).isEqualTo("words");
            assertThat(((BytesMessage) dead).getBodyLength()).isEqualTo(8);
            assertThat(broker.count("words")).isZero();
        }
    }

    @Test
    void a_message_that_the_store_can_never_take_does_not_hold_up_the_others() throws Exception {
        Shelf shelf = new Shelf(2, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one", "poison", "two");

            consuming(broker, shelf, consumer -> assertFull(shelf));

            assertThat(shelf.words()).containsExactly("one", "two");
            assertThat(broker.take("DLQ").orElseThrow().getStringProperty("motherlode_why"))
                    .isEqualTo("duplicate key");
        }
    }

    private void send(Broker broker, String... words) {
        DurableQueue queue = queue(broker);
        for (String word : words) {
            queue.send(UUID.randomUUID().toString(), format.write(word));
        }
        queue.endAll();
    }

    private static DurableQueue queue(Broker broker) {
        return new DurableQueue(broker.access("words"), Bounds.SHORT, System::nanoTime);
    }

    private void consuming(Broker broker, Shelf shelf, Consumer<QueueConsumer<String>> meanwhile) {
        QueueConsumer<String> consumer =
                new QueueConsumer<>(broker.access("words"), new Intake<>("words", format, shelf), Bounds.SHORT);
        QueueThread thread = QueueThread.start(consumer, Executors.defaultThreadFactory());
        try {
            meanwhile.accept(consumer);
        } finally {
            thread.stop();
        }
    }

    private static void assertFull(Shelf shelf) {
        try {
            assertThat(shelf.isFull()).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
