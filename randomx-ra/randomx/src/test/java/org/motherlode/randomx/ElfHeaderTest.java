package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfHeaderTest {
    private static final int READ_WRITE_EXECUTE = 7;
    private static final int NO_STACK_HEADER = 0x6ffffff0;

    @TempDir
    Path folder;

    private Path copy;

    @BeforeEach
    void copy_the_library() throws IOException {
        copy = folder.resolve("librandomx.so");
        Files.copy(TestLibrary.open().library(), copy);
    }

    @Test
    void a_library_that_asks_for_an_executable_stack_is_used_as_a_patched_copy() throws IOException {
        put(ElfHeader.read(copy).stackFlagsAt(), READ_WRITE_EXECUTE);
        assertThat(ElfHeader.read(copy).asksForExecutableStack()).isTrue();

        RandomX randomX = RandomX.open(Preferences.none().withLibrary(copy));

        assertThat(randomX.library()).isEqualTo(copy);
        assertThat(randomX.isPatched()).isTrue();
        assertThat(randomX.describe().get(0)).contains("without its executable stack");
        assertThat(ElfHeader.read(copy).stackFlags())
                .as("the file of the operator")
                .isEqualTo(READ_WRITE_EXECUTE);
        assertThat(Files.readString(Path.of("/proc/self/maps"))).satisfies(this::noThreadMayExecute);
    }

    @Test
    void a_library_that_does_not_say_is_refused_because_that_means_executable() throws IOException {
        put(ElfHeader.read(copy).stackFlagsAt() - 4, NO_STACK_HEADER);

        assertThatThrownBy(() -> LibraryFile.open(copy)).hasMessageContaining("-z,noexecstack");
    }

    @Test
    void a_file_that_is_no_library_is_named_and_the_next_one_is_used() throws IOException {
        Files.writeString(copy, "not a library");

        RandomX randomX = RandomX.open(new Preferences(Optional.of(copy), Optional.empty()));

        assertThat(randomX.library()).isNotEqualTo(copy);
        assertThat(randomX.describe()).anyMatch(line -> line.startsWith("not used: " + copy));
    }

    @Test
    void a_library_that_is_not_librandomx_is_refused() {
        Path bridge = Path.of("target/native/libmotherlode-randomx.so");

        assertThatThrownBy(() -> LibraryFile.open(bridge)).hasMessageContaining("lacks randomx_get_flags");
    }

    @Test
    void our_own_bridge_does_not_ask_for_an_executable_stack() throws IOException {
        assertThat(ElfHeader.read(Path.of("target/native/libmotherlode-randomx.so"))
                        .asksForExecutableStack())
                .isFalse();
    }

    private void noThreadMayExecute(String maps) {
        assertThat(maps.lines().filter(line -> line.endsWith("[stack]"))).allMatch(line -> line.contains("rw-p"));
    }

    private void put(long at, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value), at);
        }
    }
}
