package org.motherlode.ejb.chain.opensy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for OpenSY's node, which no package has: its consensus as far as a pool meets it, its RPC and a wallet.
 * {@link StandInRecordedTest} holds it against what the real node answered.
 */
final class OpenSyNode implements AutoCloseable {
    static final String LOGIN = "pool:poolpw";

    private static final int UNKNOWN_METHOD = -32601;
    private static final int UNAUTHORIZED = 401;

    private final StandInChain chain;
    private final StandInWallet wallet;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Integer> refusing = Optional.empty();

    /** Answers one method. */
    @FunctionalInterface
    private interface Call {
        JsonValue answer(JsonArray params) throws StandInFault;
    }

    OpenSyNode(StandInChain chain, OpenSyAddress address) throws IOException {
        this.chain = chain;
        this.wallet = new StandInWallet(chain, address);
        teach(new StandInCalls(chain), new StandInTemplates(chain));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void teach(StandInCalls reading, StandInTemplates templates) {
        calls.put("getbestblockhash", params -> reading.bestBlockHash());
        calls.put("getblockcount", params -> reading.blockCount());
        calls.put("getblockhash", reading::blockHash);
        calls.put("getblockchaininfo", params -> reading.blockchainInfo());
        calls.put("getmininginfo", params -> reading.miningInfo());
        calls.put("getblockheader", reading::header);
        calls.put("getblock", reading::block);
        calls.put("getmempoolentry", reading::poolEntry);
        calls.put("gettxout", reading::output);
        calls.put("validateaddress", reading::validated);
        calls.put("getblocktemplate", templates::template);
        calls.put("submitblock", templates::submit);
        calls.put("getwalletinfo", params -> wallet.info());
        calls.put("getaddressinfo", wallet::addressInfo);
        calls.put("getbalances", params -> wallet.balances());
        calls.put("createrawtransaction", wallet::create);
        calls.put("fundrawtransaction", wallet::fund);
        calls.put("signrawtransactionwithwallet", wallet::sign);
        calls.put("sendrawtransaction", wallet::send);
        calls.put("gettransaction", wallet::transaction);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    StandInChain chain() {
        return chain;
    }

    StandInWallet wallet() {
        return wallet;
    }

    /** The methods that were asked for, in order. */
    List<String> asked() {
        return asked;
    }

    boolean speaks(String method) {
        return calls.containsKey(method);
    }

    /** From now on nothing is answered but this HTTP status. */
    void refuseWith(int status) {
        refusing = Optional.of(status);
    }

    void answerAgain() {
        refusing = Optional.empty();
    }

    /** Mines so many blocks that pay this script, with what waits. */
    void mine(int blocks, OpenSyAddress payTo) throws Exception {
        for (int i = 0; i < blocks; i++) {
            synchronized (chain) {
                StandInMiner.mineOne(chain, payTo);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> login =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            String should = "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
            if (!login.filter(should::equals).isPresent()) {
                exchange.sendResponseHeaders(UNAUTHORIZED, -1);
                return;
            }
            if (refusing.isPresent()) {
                exchange.sendResponseHeaders(refusing.get(), -1);
                return;
            }
            try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
                respond(exchange, reader.readObject());
            }
        }
    }

    private void respond(HttpExchange exchange, JsonObject request) throws IOException {
        boolean second = request.getString("jsonrpc", "1.0").equals("2.0");
        JsonObjectBuilder answer = Json.createObjectBuilder();
        int status = 200;
        if (second) {
            answer.add("jsonrpc", "2.0");
        }
        try {
            JsonValue result = call(request.getString("method"), request.getJsonArray("params"));
            answer.add("result", result);
            if (!second) {
                answer.add("error", JsonValue.NULL);
            }
        } catch (StandInFault fault) {
            if (!second) {
                status = fault.code() == UNKNOWN_METHOD ? 404 : 500;
                answer.add("result", JsonValue.NULL);
            }
            answer.add(
                    "error",
                    Json.createObjectBuilder().add("code", fault.code()).add("message", fault.words()));
        }
        byte[] bytes = answer.add("id", request.get("id")).build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonValue call(String method, JsonArray params) throws StandInFault {
        asked.add(method);
        Call call = calls.get(method);
        if (call == null) {
            throw new StandInFault(UNKNOWN_METHOD, "Method not found");
        }
        synchronized (chain) {
            return call.answer(params);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
