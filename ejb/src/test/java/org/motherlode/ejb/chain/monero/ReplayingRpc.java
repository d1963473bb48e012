package org.motherlode.ejb.chain.monero;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;

/** Answers on loopback what it was told to; the last answer to a method stays. */
final class ReplayingRpc implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final HttpServer server;
    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private volatile int status = 200;

    ReplayingRpc() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** To this JSON-RPC method or path, these whole answers one after the other. */
    ReplayingRpc answers(String what, JsonObject... bodies) {
        answers.put(
                what,
                new ArrayDeque<>(Arrays.stream(bodies).map(JsonObject::toString).toList()));
        return this;
    }

    ReplayingRpc answersText(String what, String body) {
        answers.put(what, new ArrayDeque<>(List.of(body)));
        return this;
    }

    ReplayingRpc answersResult(String method, String resultJson) {
        return answersText(method, "{\"id\":\"0\",\"jsonrpc\":\"2.0\",\"result\":" + resultJson + "}");
    }

    ReplayingRpc answersFault(String method, int code, String words) {
        return answersText(method, "{\"error\":{\"code\":" + code + ",\"message\":\"" + words + "\"}}");
    }

    void answersWithStatus(int status) {
        this.status = status;
    }

    /** The next call of this method is not answered before the gate opens, and none behind it. */
    Gate holds(String what) {
        Gate gate = new Gate();
        gates.put(what, gate);
        return gate;
    }

    /** Where a call stands that is not answered yet. */
    static final class Gate {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        void awaitCall() throws InterruptedException {
            if (!reached.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody called");
            }
        }

        void open() {
            open.countDown();
        }

        private void pass() {
            reached.countDown();
            try {
                if (!open.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the gate was not opened");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The methods and paths that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    JsonRpc client(int mostBytes) {
        return client(10_000, mostBytes);
    }

    private JsonRpc client(int silenceMillis, int mostBytes) {
        return new JsonRpc(
                new HttpDoor("a test program", address(), new RpcLimits(2_000, silenceMillis, 1, mostBytes)));
    }

    Monerod monerod() {
        return new Monerod(client(1 << 20), Network.MAINNET);
    }

    WalletRpc wallet() {
        return new WalletRpc(client(1 << 20));
    }

    WalletRpc wallet(int silenceMillis) {
        return new WalletRpc(client(silenceMillis, 1 << 20));
    }

    RpcAddress address() {
        return new RpcAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String what = path;
        try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
            JsonObject request = reader.readObject();
            what = path.equals("/json_rpc") ? request.getString("method") : path;
        }
        asked.add(what);
        Optional.ofNullable(gates.remove(what)).ifPresent(Gate::pass);
        Deque<String> queue = answers.getOrDefault(what, new ArrayDeque<>());
        String body = queue.size() > 1
                ? queue.remove()
                : Optional.ofNullable(queue.peek()).orElse("nothing");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
