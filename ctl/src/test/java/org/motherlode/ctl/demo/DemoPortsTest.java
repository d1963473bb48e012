package org.motherlode.ctl.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class DemoPortsTest {
    @Test
    void a_stranger_on_the_stratum_port_is_named_with_a_way_out() throws IOException {
        DemoPorts ports = DemoPorts.standard(DemoPorts.freeOffset(100));
        try (ServerSocket stranger = new ServerSocket(ports.stratum(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "port " + stranger.getLocalPort() + ", wanted for miners (Stratum), is taken by"
                                    + " process " + ProcessHandle.current().pid())
                    .hasMessageContaining("./motherlode demo --port-offset ");
        }
        ports.requireFree();
    }

    @Test
    void a_distance_that_leads_beyond_the_last_port_is_refused() {
        assertThat(DemoPorts.standard(DemoPorts.MOST_OFFSET).minersWallet()).isEqualTo(65_535);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoPorts.standard(DemoPorts.MOST_OFFSET + 1))
                .withMessageContaining("--port-offset");
    }
}
