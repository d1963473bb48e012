package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.ProgramFailedException;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.work.Steps;

/** What the demo sees of a server that is up and of a pool on it that is not open. */
class ClosedPoolTest {
    @TempDir
    Path folder;

    @Test
    void a_pool_whose_port_is_taken_is_given_up_at_once_with_the_servers_own_words() throws Exception {
        DemoPorts ports = DemoPorts.free();
        Steps steps = new Steps(new PrintWriter(new StringWriter()), InstantSource.system());
        try (ServerSocket stranger = new ServerSocket(ports.stratum(), 1, InetAddress.getLoopbackAddress());
                DemoPool pool = DemoPool.start(
                        EmbeddedPostgres.temporary(),
                        folder,
                        software(),
                        new DemoPool.Wiring(ports, ApiServer.BOB, 1000))) {
            assertThatThrownBy(() -> pool.awaitOpen(steps))
                    .isInstanceOf(ProgramFailedException.class)
                    .hasMessageContaining("adapter: DOWN: no pool is open")
                    .hasMessageContaining(
                            "monero.pool: down, not needed: ports name one that cannot be opened: 127.0.0.1:"
                                    + stranger.getLocalPort());
        }
    }

    private static DemoPool.Software software() throws Exception {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        Ingredients ingredients =
                Ingredients.of(Path.of(System.getProperty("motherlode.project")), servers.resolve("downloads"));
        return new DemoPool.Software(
                ServerImage.in(servers.resolve("images"), ingredients), Path.of(System.getProperty("motherlode.ear")));
    }
}
