package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.web.ExampleProjections.AMY;
import static org.motherlode.web.ExampleProjections.MONERO;
import static org.motherlode.web.ExampleProjections.NOON;
import static org.motherlode.web.ExampleProjections.XMR;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdBounds;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.payout.ThresholdView;
import org.motherlode.model.payout.Thresholds;
import org.motherlode.model.pool.PoolName;
import org.motherlode.web.ExampleProjections;

class ThresholdAnswersTest {
    private static final AddressRange HOME = Networks.of("192.0.2.1");
    private static final ThresholdChange CHANGE =
            new ThresholdChange(xmr("0.5"), NOON, NOON.plus(Duration.ofDays(1)), ThresholdChange.Proof.SIGNATURE);

    private final Scripted thresholds = new Scripted();
    private final ThresholdAnswers answers = new ThresholdAnswers(
            thresholds, new MinerAnswers(new ExampleProjections()), new AllowanceBounds(3, 100), () -> NOON);

    @Test
    void anybody_sees_what_holds_what_waits_and_what_was_changed() {
        JsonObject now = answers.now(MONERO, AMY);

        assertThat(now.getString("threshold")).isEqualTo("0.100000000000");
        assertThat(now.getString("threshold_atoms")).isEqualTo("100000000000");
        assertThat(now.getString("least")).isEqualTo("0.100000000000");
        assertThat(now.getString("most")).isEqualTo("1.000000000000");
        assertThat(now.getJsonObject("waiting"))
                .isEqualTo(now.getJsonArray("changes").getJsonObject(0));
        assertThat(now.getJsonObject("waiting"))
                .hasToString("{\"threshold\":\"0.500000000000\",\"threshold_atoms\":\"500000000000\","
                        + "\"changed_at\":1772366400,\"effective_at\":1772452800,\"proof\":\"signature\"}");
    }

    @Test
    void an_address_that_nobody_used_has_no_threshold() {
        assertThatThrownBy(() -> answers.now(MONERO, "4Bob"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void a_challenge_has_the_text_to_sign_and_what_must_come_back() {
        JsonObject challenge = answers.challenge(MONERO, AMY, Optional.of("0.5"), HOME);

        assertThat(challenge.getString("text")).contains("4Amy", "0.500000000000 XMR", "2026-03-01T12:00:00Z", "ab12");
        assertThat(challenge.getInt("until")).isEqualTo(1_772_366_400);
        assertThat(challenge.getString("token")).isEqualTo("ab12");
    }

    @Test
    void a_proof_is_passed_on_as_it_came_with_the_network_of_the_connection() {
        JsonObject change = answers.change(MONERO, AMY, sent("0.5", "1772366400", "ab12", "SigV2x"));

        assertThat(thresholds.proofs)
                .containsExactly(new ThresholdProof("0.5", NOON, "ab12", "SigV2x", "192.0.2.0/24"));
        assertThat(change.getInt("effective_at")).isEqualTo(1_772_452_800);
    }

    @ParameterizedTest
    @CsvSource({
        "THRESHOLD, 400, threshold",
        "PROOF, 403, proof",
        "NO_SIGNATURES, 501, no-signatures",
        "UNKNOWN, 404, miner",
        "TOO_SOON, 429, too-soon"
    })
    void each_refusal_has_its_status_and_the_sentence(ThresholdAnswer.Why why, int status, String kind) {
        thresholds.refusal = Optional.of(why);

        isProblem(() -> answers.challenge(MONERO, AMY, Optional.of("0.5"), HOME), status, kind);
        isProblem(() -> answers.change(MONERO, AMY, sent("0.5", "1", "ab", "cd")), status, kind);
    }

    @Test
    void what_is_left_out_or_endless_or_no_number_is_told_before_anything_is_asked() {
        String endless = "1".repeat(601);
        isProblem(() -> answers.challenge(MONERO, AMY, Optional.empty(), HOME), 400, "threshold");
        isProblem(() -> answers.challenge(MONERO, AMY, Optional.of(endless), HOME), 400, "threshold");
        isProblem(() -> answers.change(MONERO, AMY, sent("", "1", "ab", "cd")), 400, "threshold");
        isProblem(() -> answers.change(MONERO, AMY, sent("1", "", "ab", "cd")), 400, "threshold");
        isProblem(() -> answers.change(MONERO, AMY, sent("1", "1", endless, "cd")), 400, "threshold");
        isProblem(() -> answers.change(MONERO, AMY, sent("1", "1", "ab", endless)), 400, "threshold");
        for (String until : List.of("-1", "1.5", "soon", "\u0661", "999999999999")) {
            isProblem(() -> answers.change(MONERO, AMY, sent("1", until, "ab", "cd")), 400, "threshold");
        }
        isProblem(() -> answers.challenge(MONERO, "1Bitcoin", Optional.of("0.5"), HOME), 400, "address");
        assertThat(thresholds.asked).isZero();
    }

    @Test
    void a_network_that_asks_or_guesses_too_often_is_told_to_wait_and_others_are_not() {
        for (int time = 0; time < 3; time++) {
            answers.challenge(MONERO, AMY, Optional.of("0.5"), HOME);
            answers.change(MONERO, AMY, sent("0.5", "1", "ab", "wrong"));
        }

        isProblem(() -> answers.challenge(MONERO, AMY, Optional.of("0.5"), HOME), 429, "too-many");
        isProblem(() -> answers.change(MONERO, AMY, sent("0.5", "1", "ab", "wrong")), 429, "too-many");
        assertThat(thresholds.asked).isEqualTo(6);
        assertThat(answers.challenge(MONERO, AMY, Optional.of("0.5"), Networks.of("198.51.100.1")))
                .containsKey("text");
    }

    private static ThresholdAnswers.Sent sent(String threshold, String until, String token, String signature) {
        return new ThresholdAnswers.Sent(
                Optional.of(threshold), Optional.of(until), Optional.of(token), Optional.of(signature), HOME);
    }

    private static void isProblem(Runnable asking, int status, String kind) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(status);
            assertThat(e.problem().kind()).isEqualTo(kind);
        });
    }

    private static Money xmr(String coins) {
        return Money.ofCoins(coins, XMR).orElseThrow();
    }

    /** Gives what is asked for unless it is told to refuse. */
    private static final class Scripted implements Thresholds {
        private final List<ThresholdProof> proofs = new ArrayList<>();
        private Optional<ThresholdAnswer.Why> refusal = Optional.empty();
        private int asked;

        @Override
        public ThresholdView of(PoolName pool, MinerAddress miner) {
            return new ThresholdView(new ThresholdBounds(xmr("0.1"), xmr("1")), xmr("0.1"), List.of(CHANGE));
        }

        @Override
        public ThresholdAnswer<ThresholdChallenge> challenge(PoolName pool, MinerAddress miner, String coins) {
            return answer(new ThresholdChallenge(pool, miner, xmr(coins), NOON, "ab12"));
        }

        @Override
        public ThresholdAnswer<ThresholdChange> change(PoolName pool, MinerAddress miner, ThresholdProof proof) {
            proofs.add(proof);
            return answer(CHANGE);
        }

        private <T> ThresholdAnswer<T> answer(T given) {
            asked++;
            return refusal.<ThresholdAnswer<T>>map(why -> new ThresholdAnswer.Refused<>(why, "No."))
                    .orElseGet(() -> new ThresholdAnswer.Given<>(given));
        }
    }
}
