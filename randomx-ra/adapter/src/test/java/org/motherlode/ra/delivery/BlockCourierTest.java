package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.ra.fixture.Blocks;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

class BlockCourierTest {
    private static final int MANY = 300;

    @TempDir
    Path folder;

    private final RecordingListener listener = new RecordingListener();
    private final Listeners listeners = new Listeners();
    private final Figures figures = new Figures();
    private final Troubles troubles = new Troubles(figures, System::nanoTime);

    @Test
    void a_block_that_nobody_took_is_delivered_in_the_next_life() throws Exception {
        try (BlockCourier first = courier("")) {
            first.found(Blocks.numbered(1));
            assertThat(files()).hasSize(1);
        }
        listeners.activate(listener);
        try (BlockCourier second = courier("")) {
            second.start();
            assertThat(next()).isEqualTo(Blocks.numbered(1));
        }

        assertThat(files()).isEmpty();
    }

    /** The process dies between the verdict and the listener's return, as it does when the power fails. */
    @Test
    void a_process_that_is_killed_with_a_block_in_hand_delivers_it_in_its_next_life() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingFinder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo(DyingFinder.READY);
        } finally {
            process.destroyForcibly().waitFor();
        }

        listeners.activate(listener);
        try (BlockCourier courier = courier("")) {
            courier.start();
            assertThat(next()).isEqualTo(Blocks.numbered(1));
        }
    }

    @Test
    void blocks_that_are_never_taken_hold_up_no_other() throws Exception {
        listeners.activate(listener);
        listener.refusedPool = "gone";
        try (BlockCourier courier = courier("block-threads = 1")) {
            for (long number = 1; number <= 3; number++) {
                courier.found(Blocks.ofPool("gone", number));
            }
            courier.found(Blocks.numbered(4));
            assertThat(next()).isEqualTo(Blocks.numbered(4));
        }

        assertThat(files()).hasSize(3);
    }

    @Test
    void what_finds_no_place_in_memory_waits_on_disk_for_its_turn() throws Exception {
        try (BlockCourier courier = courier("block-queue = 1")) {
            courier.start();
            courier.found(Blocks.numbered(1));
            courier.found(Blocks.numbered(2));
            assertThat(figures.all()).containsEntry("blocks_waiting", 1L);
            listeners.activate(listener);

            assertThat(List.of(next(), next())).containsExactlyInAnyOrder(Blocks.numbered(1), Blocks.numbered(2));
        }
    }

    /** Looking at the disk all the time, which meets blocks that are being delivered. */
    @Test
    void a_block_that_is_delivered_while_the_disk_is_looked_at_is_delivered_once() throws Exception {
        listeners.activate(listener);
        try (BlockCourier courier = courier("block-queue = 4")) {
            courier.start();
            for (long number = 1; number <= MANY; number++) {
                courier.found(Blocks.numbered(number));
            }
            Until.until(() -> listener.blocks.size() >= MANY);
        }

        assertThat(listener.blocks).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_is_no_block_is_put_aside_and_the_others_are_delivered() throws Exception {
        Path own = Files.createDirectories(folder.resolve("blocks-0"));
        Files.writeString(own.resolve("toy-1-1.block"), "format=2\n");
        new BlockFolder(folder, 0).keep(Blocks.numbered(2));
        listeners.activate(listener);
        try (BlockCourier courier = courier("")) {
            courier.start();
            assertThat(next()).isEqualTo(Blocks.numbered(2));
        }

        assertThat(files()).containsExactly("toy-1-1.block.unreadable");
    }

    /** A folder stands for a file that the system gives no bytes of. */
    @Test
    void a_file_that_cannot_be_read_now_stays_where_it_is() throws Exception {
        Path own = Files.createDirectories(folder.resolve("blocks-0"));
        Files.createDirectory(own.resolve("toy-1-1.block"));
        Files.write(own.resolve("toy-1-3.block"), new byte[] {(byte) 0xff});
        new BlockFolder(folder, 0).keep(Blocks.numbered(2));
        listeners.activate(listener);
        try (BlockCourier courier = courier("")) {
            courier.start();
            assertThat(next()).isEqualTo(Blocks.numbered(2));
        }

        assertThat(files()).containsExactlyInAnyOrder("toy-1-1.block", "toy-1-3.block.unreadable");
    }

    @Test
    void a_disk_that_takes_nothing_does_not_keep_a_block_from_the_listener() throws Exception {
        Files.writeString(folder.resolve("blocks-0"), "in the way");
        listeners.activate(listener);
        try (BlockCourier courier = courier("")) {
            courier.found(Blocks.numbered(1));

            assertThat(next()).isEqualTo(Blocks.numbered(1));
        }
    }

    /** Nobody delivers it if the one that was about to is gone. */
    @Test
    void a_listener_that_breaks_down_gets_the_block_again_and_that_is_told() throws Exception {
        listeners.activate(listener);
        listener.errors.set(3);
        try (BlockCourier courier = courier("block-threads = 1");
                LogEar log = new LogEar(Level.INFO)) {
            courier.found(Blocks.numbered(1));
            assertThat(next()).isEqualTo(Blocks.numbered(1));

            assertThat(figures.total(Count.BLOCK_FAULTS)).isEqualTo(3);
            assertThat(figures.total(Count.BLOCK_DELIVERIES_FAILED)).isEqualTo(3);
            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .singleElement(as(STRING))
                    .contains("found block 1 id-1 is not delivered yet", "unable to create native thread");
        }

        assertThat(files()).isEmpty();
        assertThat(troubles.conditions())
                .extracting(Condition::name, Condition::up, Condition::needed)
                .containsExactly(tuple("adapter.blocks", false, false));
    }

    @Test
    void a_listener_that_keeps_breaking_down_is_a_reason_to_mine_elsewhere() throws Exception {
        listeners.activate(listener);
        listener.errors.set(Integer.MAX_VALUE);
        try (BlockCourier courier = courier("")) {
            courier.found(Blocks.numbered(1));
            Until.until(() -> figures.total(Count.BLOCK_FAULTS) > 1);

            assertThat(troubles.conditions())
                    .extracting(Condition::name, Condition::needed)
                    .containsExactly(tuple("adapter.blocks", true));
        }

        assertThat(files()).hasSize(1);
    }

    private BlockCourier courier(String settings) throws SettingException {
        DeliverySettings delivery =
                DeliverySettings.of(Settings.parse("first-retry-millis = 1; last-retry-millis = 5; " + settings));
        return new BlockCourier(new Dispatch(delivery, listeners, figures, troubles), new BlockFolder(folder, 0));
    }

    private FoundBlock next() throws InterruptedException {
        FoundBlock block = listener.blocks.poll(30, TimeUnit.SECONDS);
        assertThat(block).isNotNull();
        return block;
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("blocks-0"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
