package org.motherlode.ctl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterFileTest {
    @TempDir
    Path folder;

    @Test
    void its_lines_become_the_one_property_that_the_adapter_has_for_them() throws IOException {
        Path file = file("proxy-networks = 10.0.0.0/8, 192.0.2.1/32\nexempt-loopback=false\n# a comment\n");

        assertThat(AdapterFile.read(file))
                .containsOnlyKeys("settings")
                .containsEntry("settings", "exempt-loopback = false; proxy-networks = 10.0.0.0/8, 192.0.2.1/32");
    }

    @Test
    void one_without_lines_sets_nothing() throws IOException {
        assertThat(AdapterFile.read(file("# nothing\n"))).isEmpty();
    }

    @Test
    void what_is_wrong_with_it_names_file_and_key() throws IOException {
        Path twice = file("io-threads = 1\nio-threads = 2\n");
        assertThatThrownBy(() -> AdapterFile.read(twice))
                .isInstanceOf(IOException.class)
                .hasMessage(twice + " sets io-threads more than once");
        Path several = file("io-threads = 1; exempt-loopback = false\n");
        assertThatThrownBy(() -> AdapterFile.read(several))
                .isInstanceOf(IOException.class)
                .hasMessage(several + ": the value of io-threads must have no ';' and no line break");
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> AdapterFile.read(none))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no adapter file " + none);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "adapter", ""), text);
    }
}
