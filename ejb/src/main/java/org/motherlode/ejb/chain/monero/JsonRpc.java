package org.motherlode.ejb.chain.monero;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/** JSON-RPC 2.0 at {@code /json_rpc}, and the plain JSON paths beside it. Safe for any thread. */
final class JsonRpc implements AutoCloseable {
    private final HttpDoor door;
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

    JsonRpc(HttpDoor door) {
        this.door = door;
    }

    /** The program with its address, for sentences. */
    String name() {
        return door.name();
    }

    RpcReply call(String method) throws NodeUnavailableException {
        return call(method, JsonValue.EMPTY_JSON_OBJECT);
    }

    RpcReply call(String method, JsonValue params) throws NodeUnavailableException {
        JsonObject request = Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("id", "0")
                .add("method", method)
                .add("params", params)
                .build();
        JsonFields answer = exchange("/json_rpc", method, request);
        if (!answer.json().containsKey("error")) {
            return new RpcReply.Result(answer.object("result"));
        }
        JsonFields error = answer.object("error");
        String words =
                error.optionalText("message").filter(text -> !text.isEmpty()).orElse("an error without words");
        return new RpcReply.Fault(answer.from(), code(error), words);
    }

    /** A path that takes and gives an object without the JSON-RPC envelope. */
    JsonFields post(String path, JsonObject request) throws NodeUnavailableException {
        return exchange(path, path, request);
    }

    private JsonFields exchange(String path, String what, JsonObject request) throws NodeUnavailableException {
        String from = door.name() + ", asked for " + what + ",";
        String answer = door.post(path, request.toString());
        try (JsonReader reader = readers.createReader(new StringReader(answer))) {
            return new JsonFields(from, reader.readObject());
        } catch (JsonException e) {
            throw new NodeUnavailableException(from + " answers with something that is not JSON", e);
        }
    }

    private static int code(JsonFields error) {
        return error.json().getInt("code", 0);
    }

    @Override
    public void close() {
        door.close();
    }
}
