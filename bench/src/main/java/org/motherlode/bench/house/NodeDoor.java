package org.motherlode.bench.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands between server and node, so that a bench knows the moment in which the server is handed a template, and may
 * change it on its way.
 */
public final class NodeDoor implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int THREADS = 4;
    private static final String TEMPLATE = "get_block_template";
    private static final String INFO = "get_info";
    private static final Pattern DIFFICULTY = Pattern.compile("(\"wide_difficulty\": \"0x)[0-9a-f]+");

    static {
        // Else the JDK's server sends its headers, waits for their acknowledgement (40 ms on Linux) and sends the body
        // then,
        // which no node does. Read when its classes are first used.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String node;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "node-door");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile LongConsumer onTemplate = nanos -> {};
    private volatile UnaryOperator<String> change = UnaryOperator.identity();

    /** Opens it on a free port before the node's RPC. */
    NodeDoor(int nodePort) throws IOException {
        node = "http://127.0.0.1:" + nodePort;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Hears of each template just before the server has it, at the time of {@link System#nanoTime}. */
    public void onTemplate(LongConsumer listener) {
        onTemplate = listener;
    }

    /** Changes each answer that has a template, as text. */
    public void changeTemplates(UnaryOperator<String> how) {
        change = how;
    }

    /** Makes the server ask for a new template the next time that it looks: the node seems to have changed its mind. */
    public void renew() {
        renewals.incrementAndGet();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String asked = new String(request, StandardCharsets.UTF_8);
            HttpResponse<String> answer = ask(exchange.getRequestURI(), request);
            byte[] body = changed(asked, answer.body()).getBytes(StandardCharsets.UTF_8);
            if (asked.contains(TEMPLATE)) {
                onTemplate.accept(System.nanoTime());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String changed(String asked, String answer) {
        if (asked.contains(TEMPLATE)) {
            return change.apply(answer);
        }
        boolean different = asked.contains(INFO) && renewals.get() > 0;
        return different ? DIFFICULTY.matcher(answer).replaceAll("$1" + Integer.toHexString(renewals.get())) : answer;
    }

    private HttpResponse<String> ask(URI path, byte[] request) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(node + path))
                            .timeout(ANSWER)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("ended while the node was asked", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
