package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.motherlode.ctl.audit.BlockVerifier;
import org.motherlode.ctl.audit.UnreadableBundleException;
import org.motherlode.ctl.process.Waiting;

/** The audits of {@link ApiServer}'s two blocks, in the eyes of the verifier. */
record AuditPaths(ApiServer server, int settled, int large) {
    private static final String STATUS = "HTTP/1.1 200";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Waits until the server has settled its block. */
    static AuditPaths of(ApiServer server) throws IOException, InterruptedException {
        List<JsonObject> blocks =
                server.json("pool/blocks").getJsonArray("blocks").getValuesAs(JsonObject.class);
        AuditPaths paths =
                new AuditPaths(server, blocks.get(0).getInt("id"), blocks.get(1).getInt("id"));
        assertThat(Waiting.until(
                        PATIENCE,
                        () -> server.get(paths.path(paths.settled())).body().contains("\"standing\":\"MATURE\"")))
                .as("the server settles the block that has all its shares")
                .isTrue();
        return paths;
    }

    private String path(int block) {
        return "pool/blocks/" + block + "/audit";
    }

    void a_settled_block_holds_and_may_be_kept() throws Exception {
        HttpResponse<String> bundle = server.get(path(settled));
        String tag = bundle.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.get(path(settled), tag);

        assertThat(told(bundle.body())).contains("holds  the carry is 0").endsWith("All of it holds.");
        assertThat(told(bundle.body().replace("\"594000000001\"", "\"594000000002\"")))
                .endsWith("Not all of it holds.");
        assertThat(bundle.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(bundle.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(server.head(path(settled)).headers().firstValue("ETag")).contains(tag);
    }

    void a_miner_s_line_holds_without_the_others() throws Exception {
        String line = server.get(path(settled) + "/" + ApiServer.AMY).body();

        assertThat(told(line)).endsWith("All of it holds.");
        assertThat(ApiServer.parsed(server.get(path(settled))).getString("merkle_root"))
                .isEqualTo(server.json(path(settled) + "/" + ApiServer.AMY).getString("merkle_root"));
        assertThat(server.get(path(large) + "/" + ApiServer.AMY).statusCode()).isEqualTo(404);
    }

    void a_payout_is_told_without_its_key() throws Exception {
        JsonObject payout = server.json("pool/payments/cd/audit");

        assertThat(server.json("pool/payments/" + payout.getInt("id") + "/audit"))
                .isEqualTo(payout);
        assertThat(payout.getString("total_atoms")).isEqualTo("250000000000");
        assertThat(payout.getJsonArray("receivers")).hasSize(1);
        assertThat(payout).containsKey("txid").doesNotContainKey("proof");
    }

    void who_does_not_read_loses_his_place() throws Exception {
        assertThat(server.json(path(large)).getJsonArray("lines")).hasSize(ApiServer.OWNERS);
        try (Socket deaf = server.deaf(path(large))) {
            assertThat(new String(deaf.getInputStream().readNBytes(STATUS.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(STATUS);
            assertThat(server.get(path(large)).statusCode())
                    .as("the only place is taken by who does not read")
                    .isEqualTo(503);
            assertThat(Waiting.until(PATIENCE, () -> server.get(path(large)).statusCode() == 200))
                    .as("and is given to who asks, when the other has had it for five seconds")
                    .isTrue();
            assertThat(lengthUntilCut(deaf)).as("who did not read was cut").isLessThan(ApiServer.OWNERS * 100L);
        }
        assertThat(server.json(path(settled)).containsKey("lines")).isTrue();
    }

    /** What was on its way; the whole would be longer. */
    private static long lengthUntilCut(Socket deaf) throws IOException {
        deaf.setSoTimeout(60_000);
        byte[] some = new byte[8192];
        long length = 0;
        try {
            for (int read = 0; read >= 0; read = deaf.getInputStream().read(some)) {
                length += read;
            }
        } catch (SocketException e) {
            return length; // the server closed it while data was on its way
        }
        return length;
    }

    private static List<String> told(String bundle) throws IOException, UnreadableBundleException {
        StringWriter words = new StringWriter();
        new BlockVerifier(new PrintWriter(words, true))
                .verify(
                        new ByteArrayInputStream(bundle.getBytes(StandardCharsets.UTF_8)),
                        new BlockVerifier.Questions(Optional.empty(), Optional.empty()));
        return words.toString().lines().toList();
    }
}
