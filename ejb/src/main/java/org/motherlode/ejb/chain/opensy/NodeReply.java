package org.motherlode.ejb.chain.opensy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/** What the node said to a request that reached it. */
sealed interface NodeReply {
    /** The result, or an exception that repeats the node's words, where the caller has no use for a refusal. */
    Result orUnavailable() throws NodeUnavailableException;

    /** Whether it is a fault of this code. */
    boolean isFault(int code);

    /** The result may be of any type, {@code null} too. */
    record Result(String from, JsonValue value) implements NodeReply {
        @Override
        public Result orUnavailable() {
            return this;
        }

        @Override
        public boolean isFault(int code) {
            return false;
        }

        JsonFields fields() throws NodeUnavailableException {
            if (value instanceof JsonObject object) {
                return new JsonFields(from, object);
            }
            throw senseless("an object");
        }

        String text() throws NodeUnavailableException {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw senseless("a text");
        }

        /** A hash as 64 hex digits. */
        String id() throws NodeUnavailableException {
            String text = text();
            if (!text.matches("[0-9a-f]{64}")) {
                throw senseless("a hash");
            }
            return text;
        }

        boolean isNothing() {
            return value.getValueType() == JsonValue.ValueType.NULL;
        }

        NodeUnavailableException senseless(String should) {
            return new NodeUnavailableException(from + " gave no sensible answer: it is not " + should);
        }
    }

    /** The node's own code (Bitcoin Core's {@code src/rpc/protocol.h}) and words. */
    record Fault(String from, int code, String words) implements NodeReply {
        @Override
        public Result orUnavailable() throws NodeUnavailableException {
            throw unavailable();
        }

        @Override
        public boolean isFault(int wanted) {
            return code == wanted;
        }

        NodeUnavailableException unavailable() {
            return new NodeUnavailableException(from + " answers: " + words + " (" + code + ")");
        }
    }
}
