package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.web.ExampleProjections.AMY;
import static org.motherlode.web.ExampleProjections.MONERO;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.web.ExampleProjections;

class MinerAnswersTest {
    private final ExampleProjections projections = new ExampleProjections();
    private final MinerAnswers answers = new MinerAnswers(projections);

    @Test
    void a_miner_sees_its_balance_in_every_known_field() {
        JsonObject stats = answers.stats(MONERO, AMY);

        assertThat(stats.keySet())
                .contains(
                        "address",
                        "hashrate",
                        "hashrate_formatted",
                        "shares_valid",
                        "shares_invalid",
                        "blocks_found",
                        "pending_balance",
                        "total_paid",
                        "balance",
                        "paid_total",
                        "last_share",
                        "workers");
        assertThat(stats.getString("balance")).isEqualTo("0.123456789012");
        assertThat(stats.getString("due_atoms")).isEqualTo("123456789012");
        assertThat(stats.getString("immature")).isEqualTo("0.000000000005");
        assertThat(stats.getJsonObject("payout").getString("reason")).isEqualTo("AFTER_REFUSAL");
        assertThat(stats.getJsonObject("payout").getString("words")).isEqualTo("the wallet refused a payout");
        assertThat(stats.getJsonObject("payout").getInt("until")).isEqualTo(1772366400);
        assertThat(stats.getString("paid_total")).isEqualTo("1.000000000000");
        assertThat(stats.getString("last_share")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(stats.getJsonObject("refused").getInt("STALE")).isEqualTo(2);
    }

    @Test
    void a_miner_sees_its_shares_of_each_day_and_since_when_they_are_counted() {
        JsonObject stats = answers.stats(MONERO, AMY);

        assertThat(stats.getString("shares_since")).isEqualTo("2026-02-27");
        assertThat(stats.getJsonArray("days"))
                .hasToString("[{\"day\":\"2026-03-01\",\"shares_valid\":41,\"shares_invalid\":2,\"work\":41000}]");
    }

    @Test
    void workers_have_name_rate_and_last_share() {
        JsonObject worker = answers.workers(MONERO, AMY).getJsonArray("workers").getJsonObject(0);

        assertThat(worker.getString("name")).isEqualTo("rig");
        assertThat(worker.getInt("hashrate")).isEqualTo(900);
        assertThat(worker.getBoolean("online")).isTrue();
        assertThat(worker.getInt("shares_invalid")).isEqualTo(2);
    }

    @Test
    void a_miner_s_payments_tell_their_transaction_and_not_the_key_that_opens_it() {
        projections.payments.add(ExampleProjections.payment(9, PayoutState.CONFIRMED));

        JsonObject payment = answers.payments(MONERO, AMY, new Page(20, 0))
                .getJsonArray("payments")
                .getJsonObject(0);

        assertThat(payment.getString("txid")).isEqualTo("tx9");
        assertThat(payment).doesNotContainKey("proof");
    }

    @Test
    void payments_of_an_address_that_nobody_used_are_not_found() {
        assertThatThrownBy(() -> answers.payments(MONERO, "4Bob", new Page(20, 0)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void looking_an_address_up_says_whether_it_is_known() {
        assertThat(answers.lookup(MONERO, Optional.of(AMY)))
                .hasToString("{\"found\":true,\"address\":\"4Amy\",\"shares\":41,\"blocks\":1}");
        assertThat(answers.lookup(MONERO, Optional.of("4Bob"))).hasToString("{\"found\":false}");
        assertThatThrownBy(() -> answers.lookup(MONERO, Optional.empty()))
                .hasMessage("Say which address: /api/miner/lookup?address=...");
    }

    @Test
    void a_bad_address_is_refused_in_the_chain_s_words() {
        assertThatThrownBy(() -> answers.stats(MONERO, "1Bitcoin"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(400);
                    assertThat(e.problem().json())
                            .contains("urn:motherlode:problem:address")
                            .contains("An address of this network begins with 4.");
                });
    }

    @Test
    void an_endless_address_is_not_even_parsed() {
        assertThatThrownBy(() -> answers.stats(MONERO, "4".repeat(201)))
                .hasMessage("An address has at most 200 characters.");
    }

    @Test
    void a_good_address_without_shares_is_not_found() {
        assertThatThrownBy(() -> answers.stats(MONERO, "4Bob"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }
}
