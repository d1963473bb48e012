package org.motherlode.bench.plan;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.bench.house.House;

/** What the server takes for monero-wallet-rpc: at the node's height, with a million coins, and it signs nothing. */
final class StandInWallet implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([a-z_]+)\"");
    private static final Pattern HEIGHT = Pattern.compile("\"height\"\\s*:\\s*([0-9]+)");
    private static final String COINS = "1000000000000000000";
    private static final Map<String, String> ANSWERS = Map.of(
            "get_address", "{\"address\": \"" + House.ADDRESS + "\"}",
            "refresh", "{}",
            "store", "{}",
            "get_transfers", "{}",
            "get_balance", "{\"balance\": " + COINS + ", \"unlocked_balance\": " + COINS + "}");

    private final HttpServer server;
    private final URI node;

    /** @param nodePort of the node's RPC, whose height it has */
    StandInWallet(int port, int nodePort) throws IOException {
        node = URI.create("http://127.0.0.1:" + nodePort + "/json_rpc");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/json_rpc", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = envelope(asked).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String envelope(String asked) throws IOException {
        Matcher matcher = METHOD.matcher(asked);
        String method = matcher.find() ? matcher.group(1) : "";
        String result =
                method.equals("get_height") ? "{\"height\": " + height() + "}" : ANSWERS.getOrDefault(method, "");
        return "{\"id\": \"0\", \"jsonrpc\": \"2.0\", "
                + (result.isEmpty()
                        ? "\"error\": {\"code\": -4, \"message\": \"a stand-in does no " + method + "\"}}"
                        : "\"result\": " + result + "}");
    }

    private String height() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(node)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\": \"2.0\", \"id\": \"0\", \"method\": \"get_info\"}"))
                .build();
        try {
            String info = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher height = HEIGHT.matcher(info);
            if (!height.find()) {
                throw new IOException("the node tells no height: " + info);
            }
            return height.group(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the node was asked", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
