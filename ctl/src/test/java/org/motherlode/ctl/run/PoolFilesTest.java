package org.motherlode.ctl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.server.PoolEntry;

class PoolFilesTest {
    @TempDir
    Path folder;

    @Test
    void pools_stay_in_the_order_of_their_files() throws IOException {
        List<Path> files = List.of(pool("a", "two", "127.0.0.1:1"), pool("b", "one", "127.0.0.1:2"));

        assertThat(PoolFiles.read(files)).extracting(PoolEntry::name).containsExactly("two", "one");
    }

    @Test
    void two_files_of_one_name_are_both_told() throws IOException {
        List<Path> files = List.of(pool("a", "one", "127.0.0.1:1"), pool("b", "one", "127.0.0.1:2"));

        assertThatThrownBy(() -> PoolFiles.read(files))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("a") + " and " + folder.resolve("b") + " have the same name: one");
    }

    @Test
    void two_files_that_want_one_port_are_both_told() throws IOException {
        Path first = pool("a", "one", "10.0.0.1:1 cryptonote 3, 0.0.0.0:3333");

        assertThatThrownBy(() -> PoolFiles.read(List.of(first, pool("b", "two", "10.0.0.1:3333"))))
                .isInstanceOf(IOException.class)
                .hasMessage(first + " and " + folder.resolve("b") + " want the same port: 3333");
    }

    @Test
    void one_port_at_two_addresses_is_two_listeners() throws IOException {
        List<Path> files = List.of(pool("a", "one", "10.0.0.1:3333"), pool("b", "two", "10.0.0.2:3333"));

        assertThat(PoolFiles.read(files)).hasSize(2);
    }

    private Path pool(String file, String name, String ports) throws IOException {
        String text = "name = " + name + "\nchain = monero\nnode = http://127.0.0.1:1\nports = " + ports;
        return Files.writeString(folder.resolve(file), text);
    }
}
