package org.motherlode.ejb.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer that stops in the middle leaves, on a broker that is set up as the server's is. */
class GivenBackTest {
    private static final Path SCRIPT = Path.of("..", "wildfly-config", "40-messaging.cli");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shares", "blocks"})
    void messages_that_were_given_back_come_before_those_behind_them(String queue) throws Exception {
        WordFormat format = new WordFormat();
        Shelf shelf = new Shelf(4, 0);
        try (Broker broker = Broker.delaying(folder.resolve("a"), delayOf(queue))) {
            DurableQueue words = new DurableQueue(broker.access("words"), Bounds.SHORT, System::nanoTime);
            for (String word : List.of("one", "two", "three")) {
                words.send(word, format.write(word), Marks.NONE);
            }
            broker.takeAndGiveBack("words", 2);
            words.send("four", format.write("four"), Marks.NONE);
            words.endAll();

            Intake<String> intake = new Intake<>("words", format, shelf, new Book());
            QueueThread thread = QueueThread.start(
                    new QueueConsumer<>(broker.access("words"), intake, Bounds.SHORT),
                    Executors.defaultThreadFactory());
            assertThat(shelf.isFull()).isTrue();
            thread.stop();
        }
        assertThat(shelf.words()).containsExactly("one", "two", "three", "four");
    }

    private static long delayOf(String queue) throws IOException {
        Matcher setting = Pattern.compile(
                        "address-setting=jms\\.queue\\." + queue + ":add\\(.*\\bredelivery-delay=(\\d+)")
                .matcher(Files.readString(SCRIPT));
        assertThat(setting.find()).isTrue();
        return Long.parseLong(setting.group(1));
    }
}
