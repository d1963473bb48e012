package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

class FailingStartTest {
    @Test
    void a_server_without_its_database_says_so_and_is_ended() throws IOException {
        ServerBase base = TestServers.base("failing", List.of(TestServers.ear()), List.of());
        ServerSettings settings = new ServerSettings(
                TestServers.portOffset(),
                Map.of(
                        "motherlode.db.url",
                        "jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/motherlode",
                        "motherlode.db.password",
                        "none"),
                Map.of(),
                ServerSettings.USUAL);

        assertThatThrownBy(() -> WildFly.start(base, settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Connection to 127.0.0.1");
    }
}
