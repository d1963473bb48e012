package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/** The node's calls that read the chain, and those about transactions that wait. */
final class StandInCalls {
    private static final int NOT_FOUND = -5;
    private static final int OUT_OF_RANGE = -8;

    private final StandInChain chain;

    StandInCalls(StandInChain chain) {
        this.chain = chain;
    }

    JsonValue bestBlockHash() {
        return Json.createValue(chain.tip().id());
    }

    JsonValue blockCount() {
        return Json.createValue(chain.tip().height());
    }

    JsonValue blockHash(JsonArray params) throws StandInFault {
        return Json.createValue(chain.at(params.getJsonNumber(0).longValueExact())
                .orElseThrow(() -> new StandInFault(OUT_OF_RANGE, "Block height out of range"))
                .id());
    }

    JsonValue blockchainInfo() {
        StandInEntry tip = chain.tip();
        CompactBits bits = new CompactBits(chain.rules().genesisBits());
        return Json.createObjectBuilder()
                .add("chain", chain.rules().network().chain())
                .add("blocks", tip.height())
                .add("headers", tip.height())
                .add("bestblockhash", tip.id())
                .add("bits", hex(bits))
                .add("target", hex256(bits.target().orElseThrow()))
                .add("time", tip.time())
                .add("mediantime", chain.medianTime(tip))
                .add("warnings", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }

    JsonValue miningInfo() {
        StandInEntry tip = chain.tip();
        CompactBits bits = new CompactBits(chain.rules().genesisBits());
        CompactBits next = chain.rules().bits(tip.time(), chain.now());
        return Json.createObjectBuilder()
                .add("blocks", tip.height())
                .add("bits", hex(bits))
                .add("target", hex256(bits.target().orElseThrow()))
                .add("pooledtx", chain.pool().all().size())
                .add("chain", chain.rules().network().chain())
                .add(
                        "next",
                        Json.createObjectBuilder()
                                .add("height", tip.height() + 1)
                                .add("bits", hex(next))
                                .add("target", hex256(next.target().orElseThrow())))
                .add("warnings", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }

    JsonValue header(JsonArray params) throws StandInFault {
        StandInEntry entry = entry(params);
        boolean verbose = params.size() < 2 || params.getBoolean(1);
        Optional<Block> block = entry.block();
        if (!verbose) {
            byte[] bytes = block.orElseThrow().header().toBytes();
            return Json.createValue(Octets.of(bytes).hex());
        }
        return described(entry).build();
    }

    /** Verbosity 0 is the block itself, which no recorded answer has; 1 adds the ids of its transactions. */
    JsonValue block(JsonArray params) throws StandInFault {
        StandInEntry entry = entry(params);
        int verbosity = params.size() < 2 ? 1 : params.getInt(1);
        if (verbosity == 0) {
            return Json.createValue(entry.bytes().orElseThrow().hex());
        }
        JsonArrayBuilder ids = Json.createArrayBuilder();
        entry.block().ifPresent(block -> block.transactions().forEach(transaction -> ids.add(transaction.id())));
        return described(entry).add("tx", ids).build();
    }

    private StandInEntry entry(JsonArray params) throws StandInFault {
        return chain.find(params.getString(0)).orElseThrow(() -> new StandInFault(NOT_FOUND, "Block not found"));
    }

    private JsonObjectBuilder described(StandInEntry entry) {
        JsonObjectBuilder described = Json.createObjectBuilder()
                .add("hash", entry.id())
                .add("confirmations", chain.confirmations(entry))
                .add("height", entry.height());
        entry.block().ifPresent(block -> described
                .add("version", block.header().version())
                .add("versionHex", String.format("%08x", block.header().version()))
                .add("merkleroot", BlockHash.text(block.header().root().toBytes()))
                .add("time", block.header().time())
                .add("mediantime", chain.medianTime(entry))
                .add("nonce", Integer.toUnsignedLong(block.header().nonce()))
                .add("bits", hex(block.header().bits()))
                .add("target", hex256(block.header().bits().target().orElseThrow()))
                .add("nTx", block.transactions().size()));
        if (entry.height() > 0) {
            described.add("previousblockhash", entry.parent());
        }
        return described;
    }

    JsonValue poolEntry(JsonArray params) throws StandInFault {
        StandInPool.Waiting one = chain.pool()
                .find(params.getString(0))
                .orElseThrow(() -> new StandInFault(NOT_FOUND, "Transaction not in mempool"));
        return Json.createObjectBuilder()
                .add("vsize", one.transaction().virtualSize())
                .build();
    }

    /** {@code null} of an output that is gone, or that never was. */
    JsonValue output(JsonArray params) {
        String outpoint = params.getString(0) + ":" + params.getInt(1);
        boolean withPool = params.size() < 3 || params.getBoolean(2);
        StandInCoins.Coin coin = StandInCoins.after(chain.best()).unspent().get(outpoint);
        if (coin == null || (withPool && chain.pool().spends(outpoint))) {
            return JsonValue.NULL;
        }
        return Json.createObjectBuilder()
                .add("bestblock", chain.tip().id())
                .add("confirmations", chain.tip().height() - coin.height() + 1)
                .add("coinbase", coin.reward())
                .build();
    }

    JsonObject validated(JsonArray params) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        try {
            OpenSyAddress address = OpenSyAddress.parse(params.getString(0));
            if (address.forms().contains(chain.rules().network().form())) {
                return answer.add("isvalid", true)
                        .add("address", address.text())
                        .add("scriptPubKey", address.script().hex())
                        .build();
            }
        } catch (OpenSyAddress.NotAnAddressException e) {
            return answer.add("isvalid", false).build();
        }
        return answer.add("isvalid", false).build();
    }

    static String hex(CompactBits bits) {
        return String.format("%08x", bits.bits());
    }

    static String hex256(BigInteger number) {
        return String.format("%064x", number);
    }

    /** Three times without the witness and once with it. */
    static long weight(Transaction transaction) {
        try {
            WireReader reader = new WireReader(transaction.bytes().toBytes());
            Transaction read = Transaction.read(reader);
            WireWriter bare = new WireWriter().int32(0).size(read.inputs().size());
            read.inputs().forEach(input -> bare.octets(new byte[36])
                    .sized(input.script().toBytes())
                    .int32(0));
            bare.size(read.outputs().size());
            read.outputs().forEach(output -> bare.int64(0).sized(output.script().toBytes()));
            return 3L * bare.int32(0).length() + transaction.bytes().length();
        } catch (UnreadableBytesException e) {
            throw new IllegalStateException("a transaction that was read before", e);
        }
    }
}
