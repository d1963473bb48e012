package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;

/** The node's RPC as far as blocks go. */
final class Opensyd implements AutoCloseable {
    private static final int NOT_FOUND = -5;
    private static final int OUT_OF_RANGE = -8;
    /** How often the tip may change while it is asked for. */
    private static final int MOST_LOOKS = 3;

    private final NodeRpc rpc;
    private final Network network;

    Opensyd(NodeRpc rpc, Network network) {
        this.rpc = rpc;
        this.network = network;
    }

    String name() {
        return rpc.name();
    }

    String bestBlockId() throws NodeUnavailableException {
        return rpc.call("getbestblockhash").orUnavailable().id();
    }

    /** The best block and what the next one must meet, which on test networks also changes with time. */
    Tip tip() throws NodeUnavailableException {
        String before = bestBlockId();
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonFields info = rpc.call("getmininginfo").orUnavailable().fields();
            requireNetwork(info);
            JsonFields next = info.object("next");
            String after = bestBlockId();
            if (after.equals(before)) {
                return new Tip(info.count("blocks"), before, OpenSyTemplate.difficulty(target(next)));
            }
            before = after;
        }
        throw new NodeUnavailableException(rpc.name() + " changes its best block each time it is asked for it");
    }

    /** What {@code target} says: 64 hex digits, most significant first. */
    static BigInteger target(JsonFields fields) throws NodeUnavailableException {
        BigInteger target = new BigInteger(fields.id("target"), 16);
        if (target.signum() == 0) {
            throw new NodeUnavailableException(fields.from() + " says that no hash is good enough");
        }
        return target;
    }

    /** Its network's name and first block. */
    String networkAndFirstBlock() throws NodeUnavailableException {
        requireNetwork(rpc.call("getmininginfo").orUnavailable().fields());
        return network.chain() + " from block " + blockId(0);
    }

    private void requireNetwork(JsonFields info) throws NodeUnavailableException {
        String chain = info.text("chain");
        if (!chain.equals(network.chain())) {
            throw new NodeUnavailableException(
                    rpc.name() + " is a node of " + chain + ", but opensy.network is " + network);
        }
    }

    JsonFields template() throws NodeUnavailableException {
        return rpc.call("getblocktemplate", params(rules())).orUnavailable().fields();
    }

    /** Comes back when the tip or, after a minute, the node's pool of transactions has changed since that template. */
    void awaitChange(String longPollId) throws NodeUnavailableException {
        rpc.call("getblocktemplate", params(rules().add("longpollid", longPollId)))
                .orUnavailable();
    }

    /** Why the node would not take this block, its proof of work apart; empty if nothing is wrong. */
    Optional<String> objection(String blockHex) throws NodeUnavailableException {
        NodeReply.Result result = rpc.call(
                        "getblocktemplate",
                        params(rules().add("mode", "proposal").add("data", blockHex)))
                .orUnavailable();
        return result.isNothing() ? Optional.empty() : Optional.of(result.text());
    }

    NodeReply submit(String blockHex) throws NodeUnavailableException {
        return rpc.call("submitblock", Json.createArrayBuilder().add(blockHex).build());
    }

    /** The id of the main chain's block at this height. */
    String blockId(long height) throws NodeUnavailableException {
        return rpc.call("getblockhash", Json.createArrayBuilder().add(height).build())
                .orUnavailable()
                .id();
    }

    /** The main chain's block at this height; empty above its tip. */
    Optional<BlockStanding> standing(long height) throws NodeUnavailableException {
        NodeReply reply =
                rpc.call("getblockhash", Json.createArrayBuilder().add(height).build());
        return reply.isFault(OUT_OF_RANGE)
                ? Optional.empty()
                : standing(reply.orUnavailable().id());
    }

    /** The block with this id, on the main chain or beside it. */
    Optional<BlockStanding> standing(String id) throws NodeUnavailableException {
        NodeReply reply =
                rpc.call("getblockheader", Json.createArrayBuilder().add(id).build());
        if (reply.isFault(NOT_FOUND)) {
            return Optional.empty();
        }
        JsonFields header = reply.orUnavailable().fields();
        return Optional.of(
                new BlockStanding(header.id("hash"), header.count("height"), header.integer("confirmations")));
    }

    /** A whole block as it is on the wire. */
    Octets block(String id) throws NodeUnavailableException {
        NodeReply.Result result = rpc.call(
                        "getblock", Json.createArrayBuilder().add(id).add(0).build())
                .orUnavailable();
        try {
            return Octets.ofHex(result.text());
        } catch (IllegalArgumentException e) {
            throw result.senseless("a block in hex digits");
        }
    }

    /** Whether the node's pool of transactions has this one. */
    boolean isInPool(String transactionId) throws NodeUnavailableException {
        NodeReply reply = rpc.call(
                "getmempoolentry", Json.createArrayBuilder().add(transactionId).build());
        if (reply.isFault(NOT_FOUND)) {
            return false;
        }
        reply.orUnavailable();
        return true;
    }

    /** Whether an output is there to be spent; with {@code pool} also one that waits for a block, and none that one spends that waits. */
    boolean isUnspent(String outpoint, boolean pool) throws NodeUnavailableException {
        int colon = outpoint.indexOf(':');
        JsonArray params = Json.createArrayBuilder()
                .add(outpoint.substring(0, colon))
                .add(Long.parseLong(outpoint.substring(colon + 1)))
                .add(pool)
                .build();
        return !rpc.call("gettxout", params).orUnavailable().isNothing();
    }

    NodeReply send(String transactionHex) throws NodeUnavailableException {
        return rpc.call(
                "sendrawtransaction",
                Json.createArrayBuilder().add(transactionHex).build());
    }

    private JsonObjectBuilder rules() {
        JsonArrayBuilder rules = Json.createArrayBuilder().add("segwit");
        return Json.createObjectBuilder().add("rules", network == Network.SIGNET ? rules.add("signet") : rules);
    }

    private static JsonArray params(JsonObjectBuilder only) {
        return Json.createArrayBuilder().add(only).build();
    }

    @Override
    public void close() {
        rpc.close();
    }
}
