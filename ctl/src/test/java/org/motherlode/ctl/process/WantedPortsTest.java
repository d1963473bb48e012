package org.motherlode.ctl.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedPortsTest {
    @Test
    void a_taken_port_is_named_with_its_use_and_the_process_that_has_it() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = stranger.getLocalPort();
            WantedPorts wanted = new WantedPorts(Map.of("miners", port));

            assertThat(wanted.areFree()).isFalse();
            assertThatThrownBy(() -> wanted.requireFree("Choose another."))
                    .isInstanceOf(IOException.class)
                    .hasMessage("port " + port + ", wanted for miners, is taken by process "
                            + ProcessHandle.current().pid() + " (java).\nChoose another.");
        }
    }

    @Test
    void free_ports_are_no_trouble() throws IOException {
        WantedPorts wanted = new WantedPorts(Map.of("miners", FreePort.next()));

        assertThat(wanted.areFree()).isTrue();
        wanted.requireFree("Choose another.");
    }

    @Test
    void a_port_on_which_nobody_listens_has_no_owner() throws IOException {
        assertThat(PortOwner.of(FreePort.next())).isEmpty();
    }
}
