package org.motherlode.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.monero.WalletServer;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/** A pool on a new private chain, without a wallet, whose database holds the rows of one miner. */
final class ApiServer implements AutoCloseable {
    static final String AMY =
            "47TtUSGMutMKbrhrdgyGKMUWiaUubyVd7WmX7xeXmMSZZfcJM69N3EYGZhSq6zAppUbdkYKjNHsrsb7o7rNzA8KrN4GPqmG";
    /** A good address that nobody uses. */
    static final String BOB =
            "46wYriPCSjyje8UQ9qGSqCSDmSJpanqKuABtUgCnQoutfwPn3zKtFW7bD2tpBqcZ4RYDdiYPURdiDhz3zV24RXSJMPNpfqt";

    /** How many owners the second block has, whose shares are long gone. */
    static final int OWNERS = 60_000;

    /** One place for whole bundles, which nobody keeps for longer than five seconds if it is wanted. */
    private static final Map<String, String> BOUNDS = Map.of(
            "MOTHERLODE_JAVA_OPTS",
            "-XX:TieredStopAtLevel=1 -Dmotherlode.web.audit.downloads=1 -Dmotherlode.web.audit.seconds=5");

    /**
     * The first block has all its shares and is settled by the server, which gives the miner 594000000001 atoms. The second was
     * orphaned, and no reward was ever known.
     */
    private static final String ROWS =
            """
            INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash) VALUES
                ('monero', 1, 1, 1, '2025-12-31 23:59:00Z', '%1$s', 'old', 700, 1, ''),
                ('monero', 1, 1, 2, '2026-01-01 00:00:00Z', '%1$s', 'rig', 800, 1, ''),
                ('monero', 1, 1, 3, now(), '%1$s', 'rig', 900, 1, '');
            INSERT INTO share_refused VALUES ('monero', '2026-01-01', '%1$s', 'rig', 'STALE', 4);
            INSERT INTO pool_node (node) VALUES (1);
            INSERT INTO share_progress VALUES (1, 1, 0, 3, now(), 3);
            INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset, expected_reward,
                final_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes, confirmations, required)
            VALUES ('monero', 1, 'ab', 'MATURE', '%1$s', 'rig', 1000, 'XMR', 600000000000,
                600000000001, 1, 1, 2, '2026-01-01 00:00:00Z', '', 60, 60);
            INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,
                watermark_node, watermark_epoch, watermark_sequence, found_at, bytes, confirmations, required)
            VALUES ('monero', 1, 'cd', 'ORPHANED', '%1$s', 'rig', %2$d, 'XMR', 1, 1, 1, '2025-12-31 23:59:00Z', '', 0, 60);
            INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, fee_basis_points, window_percent, unfilled,
                finder_bonus_basis_points, donation_basis_points, actor, reason)
            VALUES ('monero', 1, 0, 'PPLNS', 100, 200, 'SCALE', 0, 0, 'test', 'test') ON CONFLICT DO NOTHING;
            INSERT INTO block_settlement (block, pool, terms_version, scheme, unit, size, filled, edge_accepted_at, edge_node, edge_epoch,
                edge_sequence, edge_counted, last_accepted_at, last_node, last_epoch, last_sequence, weights_sha256)
            SELECT number, pool, 1, 'PPLNS', 'WORK', 2 * %2$d, %2$d, found_at, 1, 1, 1, 1, found_at, 1, 1, 1, '' FROM pool_block
            WHERE block_id = 'cd';
            INSERT INTO block_weight (block, owner, weight) SELECT number, '%1$s' || i, 1 FROM pool_block,
                generate_series(1, %2$d) i WHERE block_id = 'cd';
            INSERT INTO block_stage (block, stage, step) SELECT number, stage, step FROM pool_block,
                unnest(ARRAY['ALLOT', 'REVERSE']) stage, unnest(ARRAY['BEGUN', 'DONE']) step WHERE block_id = 'cd';
            INSERT INTO ledger_account (pool, kind, owner, asset) VALUES
                ('monero', 'immature', '', 'XMR'), ('monero', 'miner:payable', '%1$s', 'XMR');
            INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)
            SELECT gen_random_uuid(), 'test', 'monero', f.number, t.number, 123, 'XMR'
            FROM ledger_account f, ledger_account t WHERE f.kind = 'immature' AND t.kind = 'miner:payable';
            INSERT INTO payout_batch (pool, asset, total) VALUES ('monero', 'XMR', 250000000000);
            INSERT INTO payout_item SELECT number, '%1$s', total FROM payout_batch;
            UPDATE payout_batch SET state = 'PREPARED', transaction_id = 'cd', payload = '', network_fee = 0, spends = '{}',
                proof = 'key';
            UPDATE payout_batch SET state = 'SENT';
            UPDATE payout_batch SET state = 'CONFIRMED';
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoPorts ports;
    private final RegtestNode node;
    private final DemoPool pool;

    private ApiServer(DemoPorts ports, RegtestNode node, DemoPool pool) {
        this.ports = ports;
        this.node = node;
        this.pool = pool;
    }

    static ApiServer start(Path folder) throws IOException, InterruptedException {
        DemoPorts ports = DemoPorts.free();
        RegtestNode node = RegtestNode.start(folder.resolve("node"), ports.node(), 1);
        try {
            Path servers = Path.of(System.getProperty("motherlode.test.folder"));
            Ingredients ingredients =
                    Ingredients.of(Path.of(System.getProperty("motherlode.project")), servers.resolve("downloads"));
            DemoPool.Software software = new DemoPool.Software(
                    ServerImage.in(servers.resolve("images"), ingredients),
                    Path.of(System.getProperty("motherlode.ear")),
                    BOUNDS);
            DemoPool pool = DemoPool.start(
                    EmbeddedPostgres.temporary(), folder, software, new DemoPool.Wiring(ports, BOB, 1000));
            ApiServer server = new ApiServer(ports, node, pool);
            server.fill();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private void fill() throws IOException {
        try (Connection connection = database().ownerDataSource().getConnection();
                Statement rows = connection.createStatement()) {
            rows.execute(ROWS.formatted(AMY, OWNERS));
        } catch (SQLException e) {
            close();
            throw new IOException(e);
        }
    }

    /** A wallet program on the same chain, for miners. */
    WalletServer minersWallet(Path wallets) throws IOException, InterruptedException {
        return WalletServer.start(wallets, ports.minersWallet(), ports.node().rpc());
    }

    EmbeddedPostgres database() {
        return pool.database();
    }

    JsonObject json(String path) throws IOException, InterruptedException {
        return parsed(get(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(pool.server().web("/api/" + path)).build());
    }

    /** With the tag of an answer that somebody has. */
    HttpResponse<String> get(String path, String tag) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(pool.server().web("/api/" + path))
                .header("If-None-Match", tag)
                .build());
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(pool.server().web("/api/" + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Asks, and reads nothing of the answer. */
    Socket deaf(String path) throws IOException {
        URI uri = pool.server().web("/api/" + path);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String request = "GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(pool.server().web("/api/" + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    static JsonObject parsed(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        pool.close();
        node.close();
    }
}
