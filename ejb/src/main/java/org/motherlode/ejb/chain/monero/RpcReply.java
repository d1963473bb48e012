package org.motherlode.ejb.chain.monero;

import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/** What a program said to a request that reached it. */
sealed interface RpcReply {
    /** The result, or an exception that repeats the program's words, where the caller has no use for a refusal. */
    JsonFields orUnavailable() throws NodeUnavailableException;

    record Result(JsonFields fields) implements RpcReply {
        @Override
        public JsonFields orUnavailable() {
            return fields;
        }
    }

    /** JSON-RPC's {@code error}, with the program's own code and words. */
    record Fault(String from, int code, String words) implements RpcReply {
        @Override
        public JsonFields orUnavailable() throws NodeUnavailableException {
            throw unavailable();
        }

        NodeUnavailableException unavailable() {
            return new NodeUnavailableException(from + " answers: " + words + " (" + code + ")");
        }
    }
}
