package org.motherlode.ejb.chain.monero;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.work.Difficulty;

/** monerod's RPC as far as a pool needs it; all of it is allowed on a {@code --restricted-rpc} port. */
final class Monerod implements AutoCloseable {
    private static final String READY = "OK";
    private static final int TOO_HIGH = -2;
    private static final int INTERNAL_ERROR = -5;
    private static final int CORE_BUSY = -9;

    private final JsonRpc rpc;
    private final Network network;

    Monerod(JsonRpc rpc, Network network) {
        this.rpc = rpc;
        this.network = network;
    }

    /** The node's state; an exception while it synchronises, or if it is of another network. */
    NodeInfo info() throws NodeUnavailableException {
        JsonFields info = ready(rpc.call("get_info").orUnavailable());
        String type = info.optionalText("nettype").orElse(network.toString());
        boolean regtest = network == Network.MAINNET && type.equals("fakechain");
        if (!regtest && !type.equals(network.toString())) {
            throw new NodeUnavailableException(
                    rpc.name() + " is a node of " + type + ", but monero.network is " + network);
        }
        if (info.flag("busy_syncing") || !info.flag("synchronized")) {
            throw new NodeUnavailableException(rpc.name() + " is still synchronising, at height " + info.count("height")
                    + " of " + info.count("target_height"));
        }
        return new NodeInfo(info.count("height"), info.id("top_block_hash"), difficulty(info));
    }

    /** Regtest has mainnet's first block, so it takes both to tell them apart. */
    String networkAndFirstBlock() throws NodeUnavailableException {
        String type = ready(rpc.call("get_info").orUnavailable())
                .optionalText("nettype")
                .orElse(network.toString());
        return type
                + " from block "
                + block(0).orElseThrow(() -> new NodeUnavailableException(rpc.name() + " has no first block"))
                        .id();
    }

    JsonFields template(String payTo, int reserveBytes) throws NodeUnavailableException {
        JsonObject params = Json.createObjectBuilder()
                .add("wallet_address", payTo)
                .add("reserve_size", reserveBytes)
                .build();
        return ready(rpc.call("get_block_template", params).orUnavailable());
    }

    /** The node's own words decide nothing: it says OK to duplicates and to blocks off the main chain. */
    RpcReply submit(String blockHex) throws NodeUnavailableException {
        RpcReply reply =
                rpc.call("submit_block", Json.createArrayBuilder().add(blockHex).build());
        if (reply instanceof RpcReply.Fault fault && fault.code() == CORE_BUSY) {
            throw fault.unavailable();
        }
        if (reply instanceof RpcReply.Result result) {
            ready(result.fields());
        }
        return reply;
    }

    /** The block with this id, on the main chain or beside it. */
    Optional<BlockHeader> block(String id) throws NodeUnavailableException {
        JsonObject params = Json.createObjectBuilder().add("hash", id).build();
        RpcReply reply = rpc.call("get_block_header_by_hash", params);
        boolean unknown = reply instanceof RpcReply.Fault fault
                && fault.code() == INTERNAL_ERROR
                && fault.words().contains("can't get block by hash");
        return header(reply, unknown);
    }

    /** The main chain's block at this height. */
    Optional<BlockHeader> block(long height) throws NodeUnavailableException {
        JsonObject params = Json.createObjectBuilder().add("height", height).build();
        RpcReply reply = rpc.call("get_block_header_by_height", params);
        return header(reply, reply instanceof RpcReply.Fault fault && fault.code() == TOO_HIGH);
    }

    private static Optional<BlockHeader> header(RpcReply reply, boolean unknown) throws NodeUnavailableException {
        return unknown ? Optional.empty() : Optional.of(BlockHeader.read(ready(reply.orUnavailable())));
    }

    /** Where the node has a transaction: in a block, in its pool, or nowhere. */
    TransactionPlace transaction(String id) throws NodeUnavailableException {
        JsonObject request = Json.createObjectBuilder()
                .add("txs_hashes", Json.createArrayBuilder().add(id))
                .add("prune", true)
                .build();
        return TransactionPlace.read(ready(rpc.post("/get_transactions", request)), id);
    }

    /** For each key image, in order: 0 unspent, 1 spent in the chain, 2 spent in the pool. */
    List<BigInteger> spent(List<String> keyImages) throws NodeUnavailableException {
        JsonArrayBuilder images = Json.createArrayBuilder();
        keyImages.forEach(images::add);
        JsonObject request =
                Json.createObjectBuilder().add("key_images", images).build();
        List<BigInteger> status =
                ready(rpc.post("/is_key_image_spent", request)).numbers("spent_status");
        if (status.size() != keyImages.size()) {
            throw new NodeUnavailableException(
                    rpc.name() + " answers for " + status.size() + " of " + keyImages.size() + " key images");
        }
        return status;
    }

    /** {@code difficulty} holds only 64 bits; {@code wide_difficulty} holds all. */
    static Difficulty difficulty(JsonFields fields) throws NodeUnavailableException {
        BigInteger wide = fields.wide("wide_difficulty");
        if (wide.signum() == 0) {
            throw new NodeUnavailableException(fields.from() + " says that the difficulty is zero");
        }
        return new Difficulty(wide);
    }

    private static JsonFields ready(JsonFields answer) throws NodeUnavailableException {
        String status = answer.text("status");
        if (!status.equals(READY)) {
            throw new NodeUnavailableException(
                    answer.from() + " says " + (status.equals("BUSY") ? "that it is still synchronising" : status));
        }
        return answer;
    }

    @Override
    public void close() {
        rpc.close();
    }
}
