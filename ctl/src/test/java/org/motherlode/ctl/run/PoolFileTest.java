package org.motherlode.ctl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolFileTest {
    private static final String GOOD =
            "name = one\nchain = monero\nnode = http://127.0.0.1:1\nports = 127.0.0.1:2 cryptonote 3\n";

    @TempDir
    Path folder;

    @Test
    void what_is_no_fixed_property_is_a_setting() throws IOException {
        assertThat(PoolFile.read(file(GOOD + "b.two = 2\na.one = 1")).properties())
                .containsEntry("chain", "monero")
                .containsEntry("settings", "a.one = 1; b.two = 2");
    }

    @Test
    void an_optional_key_with_nothing_behind_it_is_as_good_as_none() throws IOException {
        assertThat(PoolFile.read(file(GOOD + "wallet =\nfast =  \n")).properties())
                .containsOnlyKeys("chain", "node", "ports");
    }

    @Test
    void a_key_that_is_set_twice_is_named() {
        assertThatThrownBy(() -> PoolFile.read(file(GOOD + "chain = toy\nb.two = 2\nb.two = 2\n")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("pool") + " sets b.two, chain more than once");
    }

    @Test
    void a_folder_is_said_to_be_no_pool_file() {
        assertThatThrownBy(() -> PoolFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder + " is a folder: a pool file has lines of 'key = value'");
    }

    @Test
    void a_semicolon_or_line_break_in_a_value_is_refused_by_its_key_and_the_value_is_not_repeated() {
        for (String value : new String[] {"dragon;hunter2", "dragon\\nhunter2", "dragon\\u003bhunter2"}) {
            assertThatThrownBy(() -> PoolFile.read(file(GOOD + "monero.wallet-password = " + value)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(folder.resolve("pool")
                            + ": the value of monero.wallet-password must have no ';' and no line break");
        }
    }

    @Test
    void what_is_missing_or_no_pool_file_is_named() {
        assertThatThrownBy(() -> PoolFile.read(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no pool file " + folder.resolve("none"));
        assertThatThrownBy(() -> PoolFile.read(file("name = one")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("must set chain");
        assertThatThrownBy(() -> PoolFile.read(file(GOOD + "a.b = \\u00")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no file of 'key = value' lines");
        assertThatThrownBy(() -> PoolFile.read(file(GOOD.replace("one", "One!"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pool: name is not a pool's name: One!");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pool"), text);
    }
}
