package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ctl.process.Waiting;

/** Every path of the JSON interface on a real server with a real node, on rows whose answers are known. */
class ApiTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Of Monero's main chain and of each regtest: the seed of the first 2048 blocks and 64 more. */
    private static final String GENESIS = "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3";

    private static final String AMY = ApiServer.AMY;

    @TempDir
    static Path folder;

    private static ApiServer server;
    private static AuditPaths audits;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ApiServer.start(folder);
        audits = AuditPaths.of(server);
        assertThat(Waiting.until(PATIENCE, () -> server.json("network/stats").containsKey("seed_hash")))
                .as("the node's first template")
                .isTrue();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void the_pool_at_a_glance() throws Exception {
        JsonObject stats = server.json("pool/stats");

        has(
                stats,
                "NUMBER",
                "hashrate miners workers workers_online blocks_found blocks_found_24h blocks_total last_block_time pool_fee");
        has(
                stats,
                "STRING",
                "hashrate_formatted hashrate_unit payout_scheme min_payout min_payout_atoms payout_interval");
        assertThat(stats.getInt("blocks_found")).isEqualTo(1);
        assertThat(stats.getJsonNumber("last_block_time").longValueExact()).isEqualTo(1_767_225_600L);
        assertThat(stats.getString("min_payout_atoms")).isEqualTo("100000000000");
        assertThat(stats.get("pool_fee")).hasToString("1.00");
        assertThat(server.json("stats")).isEqualTo(server.json("pool/stats"));
    }

    @Test
    void blocks_with_their_exact_reward() throws Exception {
        JsonObject list = server.json("pool/blocks?limit=5&offset=0");
        JsonObject block = list.getJsonArray("blocks").getJsonObject(0);

        has(block, "NUMBER", "id height found_at");
        has(block, "STRING", "hash reward reward_atoms miner");
        has(block, "TRUE", "confirmed");
        has(block, "FALSE", "orphaned");
        assertThat(block.getString("reward")).isEqualTo("0.600000000001");
        assertThat(block.getString("reward_atoms")).isEqualTo("600000000001");
        assertThat(list.getInt("limit")).isEqualTo(5);
        assertThat(server.json("pool/blocks?offset=2").getJsonArray("blocks")).isEmpty();
    }

    @Test
    void the_network_with_the_seeds_that_the_node_gave() throws Exception {
        JsonObject network = server.json("network/stats");

        has(network, "NUMBER", "height difficulty network_hashrate block_time seed_interval");
        has(network, "STRING", "block_reward algorithm");
        assertThat(network.getString("seed_hash")).isEqualTo(GENESIS);
        assertThat(network.getString("next_seed_hash", GENESIS)).matches("[0-9a-f]{64}");
        assertThat(network.getInt("height")).isZero();
        assertThat(new BigInteger(network.getString("block_reward_atoms"))).isPositive();
    }

    @Test
    void a_miner_with_balances_shares_and_workers() throws Exception {
        JsonObject miner = server.json("miner/" + AMY + "/stats");

        has(miner, "STRING", "address hashrate_formatted balance pending_balance paid_total total_paid last_share");
        has(miner, "NUMBER", "hashrate shares_valid shares_invalid blocks_found");
        has(miner, "ARRAY", "workers");
        assertThat(miner.getInt("shares_valid")).isEqualTo(3);
        assertThat(miner.getInt("shares_invalid")).isEqualTo(4);
        assertThat(miner.getInt("blocks_found")).isEqualTo(1);
        assertThat(miner.getString("due_atoms")).isEqualTo("594000000124");
        assertThat(miner.getString("balance")).isEqualTo("0.594000000124");
        assertThat(miner.getString("paid_total_atoms")).isEqualTo("250000000000");
        assertThat(miner.getString("shares_since")).isEqualTo("2025-12-31");
        assertThat(miner.getJsonObject("refused")).hasToString("{\"STALE\":4}");
        assertThat(server.json("miner/" + AMY)).isEqualTo(miner);
    }

    @Test
    void a_miner_s_workers_the_latest_first() throws Exception {
        List<JsonObject> workers =
                server.json("miner/" + AMY + "/workers").getJsonArray("workers").getValuesAs(JsonObject.class);

        assertThat(workers).extracting(worker -> worker.getString("name")).containsExactly("rig", "old");
        has(workers.get(0), "STRING", "name last_share");
        has(workers.get(0), "NUMBER", "hashrate shares last_seen");
        has(workers.get(0), "FALSE", "online");
        assertThat(workers.get(0).getInt("shares_valid")).isEqualTo(2);
    }

    @Test
    void payments_of_the_pool_and_of_the_miner_without_the_key_that_opens_them() throws Exception {
        JsonObject all = server.json("pool/payments").getJsonArray("payments").getJsonObject(0);
        JsonObject own = server.json("miner/" + AMY + "/payments")
                .getJsonArray("payments")
                .getJsonObject(0);

        has(all, "NUMBER", "id created_at");
        has(all, "STRING", "address amount amount_atoms txid status");
        assertThat(all.getString("amount")).isEqualTo("0.250000000000");
        assertThat(all).doesNotContainKey("proof");
        assertThat(own).isEqualTo(all);
        assertThat(own.getString("status")).isEqualTo("confirmed");
    }

    @Test
    void a_block_that_the_server_divided_is_divided_again() throws Exception {
        audits.a_settled_block_holds_and_may_be_kept();
        audits.a_miner_s_line_holds_without_the_others();
    }

    @Test
    void a_large_bundle_is_sent_to_one_at_a_time_and_who_does_not_read_loses_his_place() throws Exception {
        audits.who_does_not_read_loses_his_place();
    }

    @Test
    void a_payout_is_audited() throws Exception {
        audits.a_payout_is_told_without_its_key();
    }

    @Test
    void an_address_is_looked_up() throws Exception {
        assertThat(server.json("miner/lookup?address=" + AMY).getBoolean("found"))
                .isTrue();
        assertThat(server.json("miner/lookup?address=" + ApiServer.BOB).getBoolean("found"))
                .isFalse();
    }

    @Test
    void the_path_with_a_version_gives_the_same() throws Exception {
        assertThat(server.json("v1/pool/blocks?limit=1")).isEqualTo(server.json("pool/blocks?limit=1"));
    }

    @ParameterizedTest
    @CsvSource({
        "pool/stats?pool=bitcoin, 404, pool",
        "pool/stats?pool=, 404, pool",
        "pool/stats?pool=%00%27, 404, pool",
        "network/stats?pool=bitcoin, 404, pool",
        "pool/blocks?limit=0, 400, page",
        "pool/blocks?limit=101, 400, page",
        "pool/blocks?limit=ten, 400, page",
        "pool/blocks?limit=, 400, page",
        "pool/blocks?offset=-1, 400, page",
        "pool/payments?offset=10001, 400, page",
        "pool/payments?limit=99999999999999999999, 400, page",
        "miner/nobody/stats, 400, address",
        "miner/nobody/workers, 400, address",
        "miner/nobody/payments, 400, address",
        "miner/%00/stats, 400, address",
        "miner/lookup, 400, address",
        "miner/lookup?address=nobody, 400, address",
        "miner/" + ApiServer.BOB + "/stats, 404, miner",
        "miner/" + ApiServer.BOB + "/workers, 404, miner",
        "miner/" + ApiServer.BOB + "/payments, 404, miner",
        "miner/" + ApiServer.AMY + "/payments?limit=1000, 400, page",
        "pool/blocks/1000000/audit, 404, block",
        "pool/blocks/none/audit, 400, block",
        "pool/blocks/1/audit?pool=bitcoin, 404, pool",
        "pool/blocks/1/audit/nobody, 400, address",
        "pool/blocks/1/audit/" + ApiServer.BOB + ", 404, miner",
        "pool/blocks/1, 404, path",
        "pool/payments/1000000/audit, 404, payment",
        "pool/payments/no-id/audit, 400, payment",
        "nothing/here, 404, path"
    })
    void what_makes_no_sense_is_answered_with_a_sentence(String path, int status, String kind) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        isProblem(answer, kind);
    }

    @Test
    void only_reading_is_allowed() throws Exception {
        HttpResponse<String> answer = server.post("pool/stats");

        assertThat(answer.statusCode()).isEqualTo(405);
        isProblem(answer, "method");
    }

    @Test
    void a_database_that_is_away_is_a_sentence_and_comes_back_by_itself() throws Exception {
        server.database().stopImmediately();
        HttpResponse<String> answer = server.get("pool/payments?limit=77");
        server.database().start();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        isProblem(answer, "try-again");
        assertThat(Waiting.until(
                        PATIENCE, () -> server.get("pool/payments?limit=77").statusCode() == 200))
                .isTrue();
    }

    private static void isProblem(HttpResponse<String> answer, String kind) {
        JsonObject problem = ApiServer.parsed(answer);
        assertThat(problem.getString("type")).isEqualTo("urn:motherlode:problem:" + kind);
        assertThat(problem.getString("error"))
                .isEqualTo(problem.getString("detail"))
                .matches("[A-Za-z].{10,}[.]");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("xception", "org.motherlode", "\\tat ");
    }

    /** Fields of this type, their names separated by spaces. */
    private static void has(JsonObject json, String type, String names) {
        List<String> ofType = json.entrySet().stream()
                .filter(field -> field.getValue().getValueType().name().equals(type))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(ofType).contains(names.split(" ", -1));
    }
}
