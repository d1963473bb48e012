package org.motherlode.ejb.chain.monero;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.motherlode.model.bytes.Octets;

/** A node that tells what a test wants of a payment, or the same of two. */
record ScriptedNode(ReplayingRpc program) {
    /** The id of the payment. */
    static final String OURS = "aa".repeat(32);
    /** The id of another payment of ours. */
    static final String OTHER = "bb".repeat(32);

    /** A chain of so many blocks; the first tip of a test, at height 99, stays on it. */
    void chain(int blocks, String tip) {
        program.answers("get_info", info(blocks, tip));
        header("tip", 99);
    }

    void changesWhileAsked() {
        program.answers("get_info", info(100, "tip"), info(101, "other"));
    }

    void header(String name, int height) {
        program.answersResult(
                "get_block_header_by_height",
                "{\"status\":\"OK\",\"block_header\":{\"hash\":\"" + id(name) + "\",\"height\":" + height
                        + ",\"orphan_status\":false,\"reward\":1}}");
    }

    void hasNothing() {
        program.answersText(
                "/get_transactions", "{\"status\":\"OK\",\"missed_tx\":[\"" + OURS + "\",\"" + OTHER + "\"]}");
    }

    void hasMined(int height) {
        program.answersText(
                "/get_transactions",
                "{\"status\":\"OK\",\"txs\":[{\"tx_hash\":\"" + OURS + "\",\"in_pool\":false,\"block_height\":" + height
                        + "}]}");
    }

    void spent(String status) {
        program.answersText("/is_key_image_spent", "{\"status\":\"OK\",\"spent_status\":" + status + "}");
    }

    private static JsonObject info(int blocks, String tip) {
        return Recorded.changed(
                "d01_get_info", result -> result.add("height", blocks).add("top_block_hash", id(tip)));
    }

    private static String id(String name) {
        return Octets.of(Keccak.hash(name.getBytes(StandardCharsets.UTF_8))).hex();
    }
}
