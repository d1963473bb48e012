package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/** {@code getblocktemplate} and {@code submitblock}. */
final class StandInTemplates {
    private static final int MISC = -1;
    private static final int INVALID_PARAMETER = -8;
    private static final int DECODING = -22;
    /** A real node waits longer; a test need not. */
    private static final long LONG_POLL_MILLIS = 20_000;

    private final StandInChain chain;

    StandInTemplates(StandInChain chain) {
        this.chain = chain;
    }

    JsonValue template(JsonArray params) throws StandInFault {
        if (params.isEmpty()) {
            throw new StandInFault(MISC, "getblocktemplate {\"mode\":\"str\",...");
        }
        JsonObject request = params.getJsonObject(0);
        if (request.getString("mode", "template").equals("proposal")) {
            return proposal(request.getString("data"));
        }
        JsonArray rules = request.containsKey("rules") ? request.getJsonArray("rules") : JsonValue.EMPTY_JSON_ARRAY;
        if (rules.stream().noneMatch(rule -> rule.toString().equals("\"segwit\""))) {
            throw new StandInFault(
                    INVALID_PARAMETER,
                    "getblocktemplate must be called with the segwit rule set (call with {\"rules\": [\"segwit\"]})");
        }
        Optional.ofNullable(request.getString("longpollid", null)).ifPresent(this::awaitNews);
        return template();
    }

    private void awaitNews(String longPollId) {
        long seen = chain.changes();
        if (!longPollId.startsWith(chain.tip().id())) {
            return;
        }
        try {
            chain.awaitChange(seen, LONG_POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonObject template() {
        StandInEntry tip = chain.tip();
        List<StandInPool.Waiting> waiting = List.copyOf(chain.pool().all());
        long fees = waiting.stream().mapToLong(StandInPool.Waiting::fee).sum();
        long time = Math.max(chain.now(), chain.medianTime(tip) + 1);
        CompactBits bits = chain.rules().bits(tip.time(), time);
        List<Transaction> transactions =
                waiting.stream().map(StandInPool.Waiting::transaction).toList();
        return unchanging()
                .add(
                        "rules",
                        Json.createArrayBuilder().add("csv").add("!segwit").add("taproot"))
                .add("previousblockhash", tip.id())
                .add("transactions", transactions(waiting))
                .add("coinbasevalue", chain.rules().subsidy(tip.height() + 1) + fees)
                .add("longpollid", tip.id() + chain.changes())
                .add("target", StandInCalls.hex256(bits.target().orElseThrow()))
                .add("mintime", chain.medianTime(tip) + 1)
                .add(
                        "mutable",
                        Json.createArrayBuilder()
                                .add("time")
                                .add("transactions")
                                .add("prevblock"))
                .add("curtime", time)
                .add("bits", StandInCalls.hex(bits))
                .add("height", tip.height() + 1)
                .add(
                        "default_witness_commitment",
                        Octets.of(StandInChecks.commitment(transactions)).hex())
                .build();
    }

    private static JsonObjectBuilder unchanging() {
        return Json.createObjectBuilder()
                .add("capabilities", Json.createArrayBuilder().add("proposal"))
                .add("version", 536_870_912)
                .add("vbavailable", JsonValue.EMPTY_JSON_OBJECT)
                .add("vbrequired", 0)
                .add("coinbaseaux", JsonValue.EMPTY_JSON_OBJECT)
                .add("noncerange", "00000000ffffffff")
                .add("sigoplimit", 80_000)
                .add("sizelimit", 4_000_000)
                .add("weightlimit", 4_000_000);
    }

    private static JsonArrayBuilder transactions(List<StandInPool.Waiting> waiting) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List<String> before = new ArrayList<>();
        for (StandInPool.Waiting one : waiting) {
            JsonArrayBuilder depends = Json.createArrayBuilder();
            one.transaction().inputs().forEach(input -> {
                int place = before.indexOf(input.outpoint().substring(0, 64));
                if (place >= 0) {
                    depends.add(place + 1);
                }
            });
            before.add(one.transaction().id());
            Octets bytes = one.transaction().bytes();
            all.add(Json.createObjectBuilder()
                    .add("data", bytes.hex())
                    .add("txid", one.transaction().id())
                    .add("hash", BlockHash.text(Sha256d.hash(bytes.toBytes())))
                    .add("depends", depends)
                    .add("fee", one.fee())
                    .add("sigops", one.sigops())
                    .add("weight", StandInCalls.weight(one.transaction())));
        }
        return all;
    }

    private JsonValue proposal(String hex) throws StandInFault {
        try {
            return words(chain.proposed(Octets.ofHex(hex).toBytes()));
        } catch (UnreadableBytesException | IllegalArgumentException e) {
            throw undecoded(e);
        }
    }

    JsonValue submit(JsonArray params) throws StandInFault {
        try {
            return words(chain.submit(Octets.ofHex(params.getString(0)).toBytes()));
        } catch (UnreadableBytesException | IllegalArgumentException e) {
            throw undecoded(e);
        }
    }

    private static StandInFault undecoded(Exception why) {
        StandInFault fault = new StandInFault(DECODING, "Block decode failed");
        fault.initCause(why);
        return fault;
    }

    private static JsonValue words(Optional<String> words) {
        return words.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
