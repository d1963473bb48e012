package org.motherlode.ctl.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Reads a pool's public JSON as any program would. */
public final class PoolApi {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI root;

    public PoolApi(URI root) {
        this.root = root;
    }

    /** A found block. */
    public record Block(long height, String id, String state, long confirmations) {}

    /** One miner's part of a payout. */
    public record Payment(long batch, String address, BigInteger atoms, String state, String transactionId) {}

    public List<Block> blocks() throws IOException, InterruptedException {
        return get("pool/blocks?limit=100").getJsonArray("blocks").getValuesAs(JsonObject.class).stream()
                .map(block -> new Block(
                        block.getJsonNumber("height").longValueExact(),
                        block.getString("hash"),
                        block.getString("state"),
                        block.getJsonNumber("confirmations").longValueExact()))
                .toList();
    }

    public List<Payment> payments(String address) throws IOException, InterruptedException {
        return get("miner/" + address + "/payments?limit=100")
                .getJsonArray("payments")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(payment -> new Payment(
                        payment.getJsonNumber("id").longValueExact(),
                        payment.getString("address"),
                        new BigInteger(payment.getString("amount_atoms")),
                        payment.getString("state"),
                        payment.getString("txid", "")))
                .toList();
    }

    /** What the pool's template asks of a block. */
    public long networkDifficulty() throws IOException, InterruptedException {
        return get("network/stats").getJsonNumber("difficulty").longValueExact();
    }

    /** Of the best block that the pool's node has. */
    public long networkHeight() throws IOException, InterruptedException {
        return get("network/stats").getJsonNumber("height").longValueExact();
    }

    /** How many shares of this miner were accepted, as the database knows it. */
    public long sharesOf(String address) throws IOException, InterruptedException {
        return get("miner/" + address + "/stats").getJsonNumber("shares_valid").longValueExact();
    }

    /** Whether this address ever had a share or a credit. */
    public boolean knows(String address) throws IOException, InterruptedException {
        return send("miner/" + address + "/stats").statusCode() == 200;
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IOException(path + " is no JSON object", e);
        }
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
