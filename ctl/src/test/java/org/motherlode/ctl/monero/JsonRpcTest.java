package org.motherlode.ctl.monero;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class JsonRpcTest {
    @Test
    void a_program_that_is_gone_is_named_with_its_port_and_what_it_was_asked() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThatThrownBy(() -> new JsonRpc("monerod", port).call("get_info"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("monerod at 127.0.0.1:" + port + " gives no answer to get_info: ");
    }
}
