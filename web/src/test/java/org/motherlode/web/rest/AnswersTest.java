package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.web.ExampleProjections.MONERO;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;
import org.motherlode.web.ExampleProjections;

class AnswersTest {
    private static final Page FIRST = new Page(20, 0);
    private final ExampleProjections projections = new ExampleProjections();
    private final Answers answers = new Answers(projections);

    @Test
    void pool_stats_have_the_fields_that_programs_know() {
        JsonObject stats = answers.stats(MONERO);

        assertThat(stats.getInt("hashrate")).isEqualTo(5_000_000);
        assertThat(stats.getString("hashrate_formatted")).isEqualTo("5.00 MH/s");
        assertThat(stats.getInt("workers_online")).isEqualTo(3);
        assertThat(stats.getInt("blocks_found_24h")).isEqualTo(1);
        assertThat(stats.getInt("blocks_total")).isEqualTo(7);
        assertThat(stats.get("pool_fee")).hasToString("1.00");
        assertThat(stats.getString("payout_scheme")).isEqualTo("PPLNS");
        assertThat(stats.getJsonObject("scheme"))
                .hasToString("{\"name\":\"PPLNS\",\"version\":1,\"window_percent\":200,"
                        + "\"window_unfilled\":\"scale\",\"finder_bonus\":0.00}");
        assertThat(stats.getString("min_payout")).isEqualTo("0.1 XMR");
        assertThat(stats.getString("payout_interval")).isEqualTo("1 hour");
    }

    @Test
    void a_scheme_is_shown_with_what_it_has() {
        Pplns lastShares = new Pplns(new WindowLength.Shares(10_000), Unfilled.CARRY, new BasisPoints(125));
        Donation gift = new Donation(new BasisPoints(50), new MinerAddress("4Eve"));
        projections.terms = new SchemeTerms(3, new BasisPoints(60), Optional.of(gift), lastShares);

        assertThat(answers.stats(MONERO).get("pool_fee")).hasToString("0.60");
        assertThat(answers.stats(MONERO).getJsonObject("scheme"))
                .hasToString("{\"name\":\"PPLNS\",\"version\":3,\"window_shares\":10000,"
                        + "\"window_unfilled\":\"carry\",\"finder_bonus\":1.25,"
                        + "\"donation\":0.50,\"donation_address\":\"4Eve\"}");

        projections.terms = new SchemeTerms(4, new BasisPoints(60), Optional.empty(), new Solo());
        assertThat(answers.stats(MONERO).getString("payout_scheme")).isEqualTo("SOLO");
        assertThat(answers.stats(MONERO).getJsonObject("scheme")).hasToString("{\"name\":\"SOLO\",\"version\":4}");
    }

    @Test
    void closed_pools_are_listed_with_the_setting_to_blame() {
        projections.closed.put("bad", "ports");
        projections.closed.put("worse", "");
        projections.closed.put("opensy", "ports");

        JsonObject list = answers.pools();

        assertThat(list.getJsonArray("pools")).hasSize(2);
        assertThat(list.getJsonArray("pools").getJsonObject(0).getString("state"))
                .isEqualTo("open");
        assertThat(list.getJsonArray("pools").getJsonObject(1).getString("state"))
                .isEqualTo("closed");
        assertThat(list.getJsonArray("closed"))
                .hasToString("[{\"pool\":\"bad\",\"state\":\"closed\",\"setting\":\"ports\"},"
                        + "{\"pool\":\"opensy\",\"state\":\"closed\",\"setting\":\"ports\"},"
                        + "{\"pool\":\"worse\",\"state\":\"closed\"}]");
    }

    @Test
    void a_server_that_lets_nobody_in_says_why() {
        projections.closed.put("bad", "");
        projections.refusal = Optional.of("another server uses node id 1; give each its own nodeId");

        assertThat(answers.pools().getJsonArray("closed"))
                .hasToString("[{\"pool\":\"bad\",\"state\":\"closed\","
                        + "\"reason\":\"another server uses node id 1; give each its own nodeId\"}]");
    }

    @Test
    void effort_is_the_round_s_work_in_percent_of_the_network_s_difficulty() {
        assertThat(answers.stats(MONERO).getInt("round_effort_percent")).isEqualTo(50);
    }

    @Test
    void without_a_word_from_the_node_there_is_no_effort_and_no_network() {
        projections.network = Optional.empty();

        assertThat(answers.stats(MONERO)).doesNotContainKey("round_effort_percent");
        assertThatThrownBy(() -> answers.network(MONERO)).hasMessage("The node of pool monero has not answered yet.");
    }

    @Test
    void network_stats_have_the_fields_that_programs_know_and_the_seeds() {
        JsonObject network = answers.network(MONERO);

        assertThat(network.getInt("height")).isEqualTo(3_000_000);
        assertThat(network.getInt("difficulty")).isEqualTo(240_000);
        assertThat(network.getInt("network_hashrate")).isEqualTo(2000);
        assertThat(network.getInt("block_time")).isEqualTo(120);
        assertThat(network.getString("algorithm")).isEqualTo("rx/0");
        assertThat(network.getInt("seed_interval")).isEqualTo(2048);
        assertThat(network.getString("seed_hash")).isEqualTo("ab".repeat(32));
        assertThat(network.getString("next_seed_hash")).isEqualTo("cd".repeat(32));
        assertThat(network.getString("block_reward")).isEqualTo("0.600000000000");
        assertThat(network.getString("block_reward_atoms")).isEqualTo("600000000000");
        assertThat(network.getJsonNumber("as_of").longValueExact()).isEqualTo(1_772_366_400L);
    }

    @Test
    void blocks_are_listed_with_their_state_and_exact_reward() {
        projections.blocks.add(ExampleProjections.block(1, BlockState.IMMATURE, 5));

        JsonObject list = answers.blocks(MONERO, FIRST);

        JsonObject block = list.getJsonArray("blocks").getJsonObject(0);
        assertThat(list.getInt("limit")).isEqualTo(20);
        assertThat(block.keySet())
                .contains("id", "height", "hash", "reward", "miner", "found_at", "confirmed", "orphaned");
        assertThat(block.getString("state")).isEqualTo("IMMATURE");
        assertThat(block.getString("reward")).isEqualTo("0.600000000000");
        assertThat(block.getString("reward_atoms")).isEqualTo("600000000000");
        assertThat(block.getBoolean("confirmed")).isFalse();
    }

    @Test
    void the_pool_s_list_of_payments_shows_no_proof() {
        projections.payments.add(ExampleProjections.payment(9, PayoutState.CONFIRMED));

        JsonObject payment =
                answers.payments(MONERO, FIRST).getJsonArray("payments").getJsonObject(0);

        assertThat(payment.getString("amount")).isEqualTo("0.250000000000");
        assertThat(payment.getString("status")).isEqualTo("confirmed");
        assertThat(payment).doesNotContainKey("proof");
    }

    @Test
    void an_unknown_pool_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> answers.pool(Optional.of("bitcoin")))
                .hasMessage("There is no pool of this name; known are monero, opensy.");
    }

    @Test
    void no_name_means_the_first_pool() {
        assertThat(answers.pool(Optional.empty())).isEqualTo(MONERO);
    }

    @Test
    void without_any_pool_the_answer_is_to_try_later() {
        assertThatThrownBy(() -> PoolChoice.among(List.of(), Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }
}
