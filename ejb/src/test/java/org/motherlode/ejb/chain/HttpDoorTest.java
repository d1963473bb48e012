package org.motherlode.ejb.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.chain.NodeUnavailableException;

@Timeout(30)
class HttpDoorTest {
    private static final RpcLimits LIMITS = new RpcLimits(2_000, 10_000, 1, 1_000);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private RpcAddress address;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String said = exchange.getRequestHeaders().getFirst("Authorization");
            heard.add(Optional.ofNullable(said).orElse("nothing"));
            byte[] answer = "yes".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        address = RpcAddress.parse("node", "127.0.0.1:" + server.getAddress().getPort(), Optional.empty());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void who_asks_is_found_out_anew_for_each_request() throws Exception {
        AtomicInteger life = new AtomicInteger();
        try (HttpDoor door =
                new HttpDoor("a program", address, LIMITS, () -> Optional.of("Life " + life.incrementAndGet()))) {
            assertThat(door.post("/", "{}")).isEqualTo("yes");
            assertThat(door.post("/", "{}")).isEqualTo("yes");
        }
        assertThat(heard).containsExactly("Life 1", "Life 2");
    }

    @Test
    void without_it_nothing_is_said_before_the_program_asks() throws Exception {
        try (HttpDoor door = new HttpDoor("a program", address, LIMITS)) {
            door.post("/", "{}");
        }
        assertThat(heard).containsExactly("nothing");
    }

    @Test
    void what_cannot_be_found_out_is_not_asked() {
        try (HttpDoor door = new HttpDoor("a program", address, LIMITS, () -> {
            throw new NodeUnavailableException("no cookie");
        })) {
            assertThatThrownBy(() -> door.post("/", "{}")).hasMessage("no cookie");
        }
        assertThat(heard).isEmpty();
    }
}
