package org.motherlode.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person does to a node or a wallet on this machine, past the server. */
record ByHand(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A call of JSON-RPC; an error in the answer is an exception with its words. */
    JsonObject call(String method, JsonObjectBuilder params) throws IOException, InterruptedException {
        JsonObject answer = post(
                "/json_rpc",
                Json.createObjectBuilder()
                        .add("jsonrpc", "2.0")
                        .add("id", "0")
                        .add("method", method)
                        .add("params", params));
        if (answer.containsKey("error")) {
            throw new IOException(method + ": " + answer.getJsonObject("error"));
        }
        return answer.getJsonObject("result");
    }

    /** A path that takes and gives an object of its own. */
    JsonObject post(String path, JsonObjectBuilder body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()))
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject();
        }
    }
}
