package org.motherlode.ra.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochFileTest {
    @TempDir
    Path folder;

    @Test
    void the_first_life_follows_the_clock_and_knows_none_before() throws IOException {
        assertThat(new EpochFile(folder.resolve("new"), 3).begin(at(1_000))).isEqualTo(new NodeLife(3, 1_000, 0));
    }

    @Test
    void a_clock_that_was_set_back_brings_no_epoch_back() throws IOException {
        EpochFile file = new EpochFile(folder, 3);
        file.begin(at(1_000));

        assertThat(file.begin(at(500))).isEqualTo(new NodeLife(3, 1_001, 1_000));
        assertThat(file.begin(at(2_000))).isEqualTo(new NodeLife(3, 2_000, 1_001));
    }

    @Test
    void nodes_that_share_a_folder_have_lives_of_their_own() throws IOException {
        new EpochFile(folder, 1).begin(at(1_000));

        assertThat(new EpochFile(folder, 2).begin(at(500))).isEqualTo(new NodeLife(2, 500, 0));
    }

    @Test
    void a_file_that_holds_something_else_is_not_guessed_at() throws IOException {
        Files.writeString(folder.resolve("node-1.epoch"), "many\n");

        assertThatThrownBy(() -> new EpochFile(folder, 1).begin(at(1_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("node-1.epoch");
    }

    private static InstantSource at(long second) {
        return InstantSource.fixed(Instant.ofEpochSecond(second));
    }
}
