package org.motherlode.ctl.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerScrapsTest {
    @TempDir
    Path folder;

    @Test
    void the_brokers_empty_files_go_and_everything_else_stays() throws IOException {
        Path scrap = Files.createFile(folder.resolve("artemisJLHandler_a1B2c3"));
        Path full = Files.writeString(folder.resolve("artemisJLHandler_d4E5f6"), "somebody wrote here");
        Path other = Files.createFile(folder.resolve("artemisJLHandler_a1B2c3.log"));
        Path link = Files.createSymbolicLink(folder.resolve("artemisJLHandler_g7H8i9"), other);

        BrokerScraps.sweep(folder);

        assertThat(folder).isDirectoryNotContaining(scrap::equals);
        assertThat(full).exists();
        assertThat(other).exists();
        assertThat(link).exists();
    }
}
