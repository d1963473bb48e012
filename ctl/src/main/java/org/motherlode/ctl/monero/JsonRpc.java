package org.motherlode.ctl.monero;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON-RPC 2.0 over HTTP to a program on loopback. An error in the answer is an {@link IOException} with its words. */
final class JsonRpc {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String program;
    private final URI uri;

    /** {@code program}: what listens there, for the words of a failure. */
    JsonRpc(String program, int port) {
        this.program = program;
        this.uri = URI.create("http://127.0.0.1:" + port + "/json_rpc");
    }

    JsonObject call(String method) throws IOException, InterruptedException {
        return call(method, Json.createObjectBuilder());
    }

    JsonObject call(String method, JsonObjectBuilder params) throws IOException, InterruptedException {
        String body = Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("id", "0")
                .add("method", method)
                .add("params", params)
                .build()
                .toString();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonObject answer = parse(send(method, request));
        if (answer.containsKey("error")) {
            throw new IOException(
                    method + ": " + answer.getJsonObject("error").getString("message", "error without words"));
        }
        return answer.getJsonObject("result");
    }

    private String send(String method, HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IOException(
                    program + " at " + uri.getAuthority() + " gives no answer to " + method + ": " + e, e);
        }
    }

    private static JsonObject parse(String text) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IOException("no JSON object: " + text.substring(0, Math.min(200, text.length())), e);
        }
    }
}
