package org.motherlode.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibrarySearchTest {
    private static final Path CONFIGURED = Path.of("/configured/librandomx.so");
    private static final Path TOLD = Path.of("/told/librandomx.so");

    @Test
    void what_is_configured_comes_first_and_then_what_the_environment_tells() {
        Map<String, String> environment = Map.of("RANDOMX_LIBRARY", TOLD.toString());

        assertThat(LibrarySearch.candidates(Optional.of(CONFIGURED), environment))
                .startsWith(CONFIGURED, TOLD);
        assertThat(LibrarySearch.candidates(Optional.empty(), environment)).startsWith(TOLD);
    }

    @Test
    void an_environment_that_tells_nothing_adds_nothing() {
        assertThat(LibrarySearch.candidates(Optional.empty(), Map.of("RANDOMX_LIBRARY", " ")))
                .isEqualTo(LibrarySearch.candidates(Optional.empty(), Map.of()));
    }
}
