package org.motherlode.toy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The toy chain's node on a loopback port: a GET with a path, answered by words. */
public final class ToyNode implements AutoCloseable {
    private final ToyChainState chain;
    private final HttpServer server;
    private final String account;

    /** Starts one whose blocks have this difficulty and pay this account. */
    public ToyNode(long difficulty, String poolAccount) throws IOException {
        this.account = poolAccount;
        this.chain = new ToyChainState(BigInteger.valueOf(difficulty), poolAccount);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom its blocks pay. */
    public String account() {
        return account;
    }

    /** Lets blocks pass that are nobody's. */
    public void pass(int blocks) {
        chain.pass(blocks);
    }

    public long balance(String account) {
        return chain.balance(account);
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
        byte[] words = words(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, words.length);
        try (exchange) {
            exchange.getResponseBody().write(words);
        }
    }

    private String words(List<String> path) {
        return switch (path.get(0)) {
            case "tip" -> chain.tip();
            case "submit" -> chain.submit(path.get(1));
            case "block" -> chain.block(path.get(1), Long.parseLong(path.get(2)));
            case "account" -> chain.account(path.get(1));
            case "pay" ->
                chain.pay(new ToyChainState.Transfer(
                        path.get(1),
                        Long.parseLong(path.get(2)),
                        path.get(3),
                        Long.parseLong(path.get(4)),
                        Long.parseLong(path.get(5))));
            case "payment" -> chain.payment(path.get(1));
            default -> "unknown";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
