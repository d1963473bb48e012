package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QueueConsumerTest {
    @TempDir
    Path folder;

    private static final Marks RED = new Marks(Map.of("colour", "red"));
    private static final byte[] NO_WORD = {1, 2, 3, 4, 0, 0, 0, 1};

    private final WordFormat format = new WordFormat();
    private final Book book = new Book();

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
    void an_error_in_the_store_does_not_end_the_consumer() throws Exception {
        Shelf shelf = new Shelf(2, 0);
        AtomicInteger errors = new AtomicInteger(2);
        Store<String> failing = words -> {
            if (errors.getAndDecrement() > 0) {
                throw new NoClassDefFoundError("a/Row");
            }
            shelf.store(words);
        };
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one", "two");

            consuming(broker, failing, consumer -> assertFull(shelf));

            assertThat(shelf.words()).containsExactly("one", "two");
        }
    }

    @Test
    void while_the_store_is_away_messages_stay_and_the_health_says_why() throws Exception {
        Shelf shelf = new Shelf(1, Integer.MAX_VALUE);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            send(broker, "one");

            consuming(broker, shelf, consumer -> {
                while (consumer.health().up() && !Thread.currentThread().isInterrupted()) {
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
            queue(broker).send("7", NO_WORD, RED);
            send(broker, "one");

            consuming(broker, shelf, consumer -> assertFull(shelf));

            Message dead = broker.take("DLQ").orElseThrow();
            assertThat(dead.getStringProperty("motherlode_why")).isEqualTo("the message is no word");
            assertThat(dead.getStringProperty("motherlode_queue")).isEqualTo("words");
            assertThat(dead.getStringProperty("motherlode_colour")).isEqualTo("red");
            assertThat(((BytesMessage) dead).getBodyLength()).isEqualTo(8);
            assertThat(book.lines()).containsExactly("died 7 red");
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

    @Test
    void a_dead_letter_is_in_the_book_before_what_came_behind_it_is_stored() throws Exception {
        Shelf shelf = new Shelf(2, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker).send("1", format.write("one"), Marks.NONE);
            queue(broker).send("2", format.write("poison"), RED);
            queue(broker).send("3", format.write("two"), Marks.NONE);
            Store<String> noting = words -> {
                shelf.store(words);
                words.forEach(book::note);
            };

            consuming(broker, noting, consumer -> assertFull(shelf));

            assertThat(book.lines()).containsExactly("one", "died 2 red", "two");
        }
    }

    @Test
    void a_letter_that_is_moved_back_and_stored_has_an_end_in_the_book() throws Exception {
        Shelf shelf = new Shelf(1, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker).send("1", format.write("poison"), RED);
            queue(broker).send("2", format.write("one"), Marks.NONE);
            consuming(broker, shelf, consumer -> assertFull(shelf));

            broker.moveAll("DLQ", "words");
            Shelf mended = new Shelf(1, 0, "nothing");
            consuming(broker, mended, consumer -> untilWritten(2));

            assertThat(mended.words()).containsExactly("poison");
            assertThat(book.lines()).containsExactly("died 1 red", "stored 1");
        }
    }

    @Test
    void a_message_that_was_given_back_is_looked_up_in_the_book() throws Exception {
        Shelf shelf = new Shelf(1, 0);
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker).send("1", format.write("one"), Marks.NONE);
            broker.takeAndGiveBack("words", 1);

            consuming(broker, shelf, consumer -> untilWritten(1));

            assertThat(book.lines()).containsExactly("stored 1");
        }
    }

    /** As an old server leaves it that could not read the message and died before the broker forgot it. */
    @Test
    void a_letter_whose_message_never_left_its_queue_has_an_end_in_the_book_when_it_is_stored() throws Exception {
        Shelf shelf = new Shelf(2, 0);
        book.died(new Letter("1", "words", "nobody can read it", RED));
        try (Broker broker = Broker.on(folder.resolve("a"))) {
            queue(broker).send("1", format.write("one"), RED);
            queue(broker).send("2", format.write("two"), Marks.NONE);

            consuming(broker, shelf, consumer -> {
                assertFull(shelf);
                untilWritten(2);
            });

            assertThat(shelf.words()).containsExactly("one", "two");
            assertThat(book.lines()).contains("died 1 red", "stored 1");
        }
    }

    private void send(Broker broker, String... words) {
        DurableQueue queue = queue(broker);
        for (String word : words) {
            queue.send(UUID.randomUUID().toString(), format.write(word), Marks.NONE);
        }
        queue.endAll();
    }

    private static DurableQueue queue(Broker broker) {
        return new DurableQueue(broker.access("words"), Bounds.SHORT, System::nanoTime);
    }

    private void consuming(Broker broker, Store<String> shelf, Consumer<QueueConsumer<String>> meanwhile) {
        QueueConsumer<String> consumer =
                new QueueConsumer<>(broker.access("words"), new Intake<>("words", format, shelf, book), Bounds.SHORT);
        QueueThread thread = QueueThread.start(consumer, Executors.defaultThreadFactory());
        try {
            meanwhile.accept(consumer);
        } finally {
            thread.stop();
        }
    }

    private void untilWritten(int lines) {
        while (book.lines().size() < lines && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
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
