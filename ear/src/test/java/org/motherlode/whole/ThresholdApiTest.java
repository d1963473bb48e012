package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.monero.WalletServer;

/** A miner's own threshold on a real server: a real wallet signs, and what a stranger may try over HTTP changes nothing. */
@Timeout(600)
class ThresholdApiTest {
    private static final String AMY = ApiServer.AMY;

    @TempDir
    static Path folder;

    @Test
    void a_miner_changes_his_threshold_with_his_wallet_and_nobody_else_does() throws Exception {
        try (ApiServer server = ApiServer.start(folder);
                WalletServer wallet = server.minersWallet(folder.resolve("wallet"))) {
            String bob = wallet.open("bob");
            giveAccount(server, bob);
            String path = "miner/" + bob + "/threshold";
            assertThat(server.json(path).getString("threshold")).isEqualTo("0.100000000000");

            JsonObject amys = asked(server, "miner/" + AMY + "/threshold/challenge?threshold=0.5");
            refused(
                    server,
                    proof("miner/" + AMY + "/threshold", amys, wallet.sign(amys.getString("text"))),
                    403,
                    "proof");

            JsonObject challenge = asked(server, path + "/challenge?threshold=0.5");
            String signature = wallet.sign(challenge.getString("text"));
            refused(server, proof(path, challenge, wallet.sign(challenge.getString("text") + "\n")), 403, "proof");
            refused(server, proof(path, challenge, signature).replace("=0.500000000000", "=0.9"), 403, "proof");
            refused(server, path + "?threshold=0.5", 400, "threshold");
            assertThat(server.json(path).getJsonArray("changes")).isEmpty();

            JsonObject change = asked(server, proof(path, challenge, signature));
            JsonObject now = server.json(path);
            assertThat(change.getInt("effective_at") - change.getInt("changed_at"))
                    .isEqualTo(86_400);
            assertThat(now.getString("threshold")).isEqualTo("0.100000000000");
            assertThat(now.getJsonObject("waiting")).isEqualTo(change);
            assertThat(server.json("v1/" + path)).isEqualTo(now);

            aSecondChangeIsRefused(server, wallet, proof(path, challenge, signature));
            isBounded(server, path);
            assertThat(server.json(path)).isEqualTo(now);
        }
    }

    private static void aSecondChangeIsRefused(ApiServer server, WalletServer wallet, String made) throws Exception {
        String path = made.substring(0, made.indexOf('?'));
        refused(server, made, 403, "proof");
        JsonObject second = asked(server, path + "/challenge?threshold=0.7");
        refused(server, proof(path, second, wallet.sign(second.getString("text"))), 429, "too-soon");
        refused(server, path + "/challenge?threshold=1.1", 400, "threshold");
        refused(server, path + "/challenge?threshold=%D9%A0.5", 400, "threshold");
        refused(server, "miner/" + ApiServer.BOB + "/threshold/challenge?threshold=0.5", 404, "miner");
        assertThat(server.get(path + "/challenge?threshold=0.5").statusCode())
                .as("reading changes nothing and gives no challenge")
                .isEqualTo(405);
    }

    /** Ten challenges for one network in ten minutes, of which some were asked for above. */
    private static void isBounded(ApiServer server, String path) throws Exception {
        int given = 0;
        HttpResponse<String> answer = server.post(path + "/challenge?threshold=0.5");
        while (answer.statusCode() == 200 && given < 10) {
            given++;
            answer = server.post(path + "/challenge?threshold=0.5");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(ApiServer.parsed(answer).getString("type")).isEqualTo("urn:motherlode:problem:too-many");
    }

    private static JsonObject asked(ApiServer server, String path) throws Exception {
        HttpResponse<String> answer = server.post(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return ApiServer.parsed(answer);
    }

    private static void refused(ApiServer server, String path, int status, String kind) throws Exception {
        HttpResponse<String> answer = server.post(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(ApiServer.parsed(answer).getString("type")).isEqualTo("urn:motherlode:problem:" + kind);
    }

    private static String proof(String path, JsonObject challenge, String signature) {
        return path + "?threshold=" + challenge.getString("threshold") + "&until=" + challenge.getInt("until")
                + "&token=" + challenge.getString("token") + "&signature="
                + URLEncoder.encode(signature, StandardCharsets.UTF_8);
    }

    /** As if a block had been divided with a part for this address. */
    private static void giveAccount(ApiServer server, String address) throws Exception {
        try (Connection connection = server.database().appDataSource().getConnection();
                PreparedStatement account = connection.prepareStatement(
                        "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'miner:payable', ?, 'XMR')")) {
            account.setString(1, address);
            account.executeUpdate();
        }
    }
}
