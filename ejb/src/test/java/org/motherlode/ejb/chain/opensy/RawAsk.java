package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Asks a node what was asked when its answers were recorded, and compares. */
record RawAsk(String url, String login) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** HTTP status and body. */
    record Heard(int status, String body) {
        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }
    }

    Heard ask(JsonObject request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                .build();
        HttpResponse<String> response = CLIENT.send(post, HttpResponse.BodyHandlers.ofString());
        return new Heard(response.statusCode(), response.body());
    }

    /** Where an answer says something else than another one; what it leaves out is not looked at. */
    static List<String> differences(String where, JsonValue answer, JsonValue recorded) {
        List<String> differences = new ArrayList<>();
        if (answer instanceof JsonObject object && recorded instanceof JsonObject other) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                JsonValue match = other.get(member.getKey());
                if (match == null) {
                    differences.add(where + "." + member.getKey() + " was not recorded");
                } else {
                    differences.addAll(differences(where + "." + member.getKey(), member.getValue(), match));
                }
            }
            return differences;
        }
        boolean same = (answer instanceof JsonNumber number && recorded instanceof JsonNumber other)
                ? number.bigDecimalValue().compareTo(other.bigDecimalValue()) == 0
                : elements(where, answer, recorded, differences) || answer.equals(recorded);
        if (!same) {
            differences.add(where + " is " + answer + " and was " + recorded);
        }
        return differences;
    }

    /** Whether both are lists of one length, which then are compared one by one. */
    private static boolean elements(String where, JsonValue answer, JsonValue recorded, List<String> differences) {
        if (!(answer instanceof JsonArray list && recorded instanceof JsonArray other && list.size() == other.size())) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            differences.addAll(differences(where + "[" + i + "]", list.get(i), other.get(i)));
        }
        return true;
    }
}
