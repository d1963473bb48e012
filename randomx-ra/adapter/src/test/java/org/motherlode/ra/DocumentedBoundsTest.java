package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.delivery.DeliverySettings;
import org.motherlode.ra.gateway.GatewaySettings;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.session.SessionSettings;
import org.motherlode.ra.socket.PortSettings;
import org.motherlode.ra.socket.SocketSettings;
import org.motherlode.ra.verify.VerifySettings;
import org.motherlode.stratum.json.StrictJson;

/** The table in README.md against the keys that the adapter reads. */
class DocumentedBoundsTest {
    private static final Pattern ROW = Pattern.compile("^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\|.*");
    private static final Pattern KEY = Pattern.compile("`([a-z-]+)`");

    @Test
    void each_key_has_its_row_and_no_row_is_of_a_key_that_is_gone() throws IOException {
        Set<String> read = Stream.of(
                        GatewaySettings.KEYS,
                        SocketSettings.KEYS,
                        GuardSettings.KEYS,
                        PortSettings.KEYS,
                        SessionSettings.KEYS,
                        VerifySettings.KEYS,
                        DeliverySettings.KEYS)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented()).isEqualTo(read);
    }

    @Test
    void the_bounds_of_json_that_are_no_settings_are_those_of_the_reader() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("deep a line's JSON may be (" + StrictJson.DEPTH + ") and of how many parts ("
                        + StrictJson.TOKENS + ")");
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .flatMap(row -> KEY.matcher(row.group(1)).results())
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
