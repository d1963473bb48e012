package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * JSON-RPC 2.0 at one path of the node: there refusals come with HTTP status 200, as answers do, and any other status means that
 * none came. Safe for any thread.
 */
final class NodeRpc implements AutoCloseable {
    /** The node has not loaded its chain yet. */
    private static final int WARMING_UP = -28;

    private final HttpDoor door;
    private final String path;
    private final Breaker breaker;
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    /** @param path {@code /}, or {@code /wallet/} and a wallet's name */
    NodeRpc(HttpDoor door, String path, Breaker breaker) {
        this.door = door;
        this.path = path;
        this.breaker = breaker;
    }

    /** The node with its address, for sentences. */
    String name() {
        return door.name();
    }

    NodeReply call(String method) throws NodeUnavailableException {
        return call(method, JsonValue.EMPTY_JSON_ARRAY);
    }

    NodeReply call(String method, JsonArray params) throws NodeUnavailableException {
        return breaker.let(door.name(), () -> asked(method, params));
    }

    private NodeReply asked(String method, JsonArray params) throws NodeUnavailableException {
        JsonObject request = Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("id", "0")
                .add("method", method)
                .add("params", params)
                .build();
        String from = door.name() + ", asked for " + method + ",";
        JsonFields answer = new JsonFields(from, read(from, door.post(path, request.toString())));
        JsonValue error = Objects.requireNonNullElse(answer.json().get("error"), JsonValue.NULL);
        if (error.getValueType() == JsonValue.ValueType.NULL) {
            return new NodeReply.Result(
                    from, Objects.requireNonNullElse(answer.json().get("result"), JsonValue.NULL));
        }
        NodeReply.Fault fault = fault(from, answer.object("error"));
        if (fault.isFault(WARMING_UP)) {
            throw fault.unavailable();
        }
        return fault;
    }

    private static NodeReply.Fault fault(String from, JsonFields error) throws NodeUnavailableException {
        String words =
                error.optionalText("message").filter(text -> !text.isEmpty()).orElse("an error without words");
        return new NodeReply.Fault(from, Math.toIntExact(error.integer("code")), words);
    }

    private JsonObject read(String from, String answer) throws NodeUnavailableException {
        try (JsonReader reader = readers.createReader(new StringReader(answer))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new NodeUnavailableException(from + " answers with something that is not JSON", e);
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
