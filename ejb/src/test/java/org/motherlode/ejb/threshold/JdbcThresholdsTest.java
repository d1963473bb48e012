package org.motherlode.ejb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.ejb.threshold.Desk.AMY;
import static org.motherlode.ejb.threshold.Desk.BOB;
import static org.motherlode.ejb.threshold.Desk.proof;
import static org.motherlode.ejb.threshold.Desk.signed;
import static org.motherlode.ejb.threshold.Desk.xmr;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdAnswer.Why;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.pool.Settings;

/** Who gets another threshold, and when it counts. What is tried against it: ThresholdAttacksTest. */
@Timeout(120)
class JdbcThresholdsTest {
    private static final Duration DAY = Duration.ofHours(24);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(DATABASE.appDataSource());
    }

    @Test
    void who_changed_nothing_has_the_pools_threshold() throws SQLException {
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.1"));
        assertThat(desk.view(AMY).newest()).isEmpty();
        assertThat(desk.view(AMY).bounds().most()).isEqualTo(xmr("1"));
    }

    @Test
    void a_higher_threshold_counts_after_a_day_and_is_announced_meanwhile() throws SQLException {
        ThresholdChange change = given(desk.wish(AMY, "0.5"));

        assertThat(Duration.between(change.changedAt(), change.effectiveAt())).isEqualTo(DAY);
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.1"));
        assertThat(desk.view(AMY).waiting(Instant.now())).contains(change);
        assertThat(desk.view(BOB).newest()).isEmpty();
    }

    @Test
    void a_lower_threshold_counts_at_once_and_both_stay_to_be_seen() throws SQLException {
        desk.changedBefore(AMY, "0.8", DAY.plusMinutes(1));
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.8"));

        ThresholdChange change = given(desk.wish(AMY, "0.1"));

        assertThat(change.effectiveAt()).isEqualTo(change.changedAt());
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.1"));
        assertThat(desk.view(AMY).newest())
                .extracting(ThresholdChange::threshold)
                .containsExactly(xmr("0.1"), xmr("0.8"));
    }

    @Test
    void one_address_changes_once_a_day_and_another_is_not_kept_waiting() throws SQLException {
        desk.changedBefore(AMY, "0.8", DAY.minusMinutes(1));

        assertThat(why(desk.wish(AMY, "0.1"))).isEqualTo(Why.TOO_SOON);
        assertThat(desk.rows()).isOne();
        given(desk.wish(BOB, "0.1"));
    }

    @Test
    void an_operators_row_counts_like_any_other_and_the_miner_may_answer_it_at_once() throws SQLException {
        desk.database()
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, proof, actor, reason)"
                                + " VALUES (?, 'amy', 'XMR', 700000000000, 'OPERATOR', 'eve', 'asked by mail')",
                        desk.pool.text());
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.7"));

        given(desk.wish(AMY, "0.2"));

        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.2"));
    }

    @Test
    void what_was_allowed_once_is_held_to_the_bounds_of_today() throws Exception {
        desk.changedBefore(AMY, "1", Duration.ofDays(9));
        desk.settings = Settings.parse("payout.highest-threshold = 0.4");
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.4"));

        poolsThreshold("0.6");
        assertThat(desk.view(AMY).now()).isEqualTo(xmr("0.6"));
        assertThat(why(desk.ask(AMY, "0.5"))).isEqualTo(Why.THRESHOLD);
    }

    @Test
    void bounds_that_changed_since_the_challenge_are_held_to() throws Exception {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.9");
        desk.settings = Settings.parse("payout.highest-threshold = 0.4");

        assertThat(why(desk.change(AMY, proof(challenge)))).isEqualTo(Why.THRESHOLD);
        assertThat(desk.rows()).isZero();
    }

    @Test
    void the_proof_is_kept_with_the_change_and_nobody_changes_it_later() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");
        given(desk.change(AMY, proof(challenge)));

        assertThat(desk.database()
                        .first(
                                "SELECT signed_text || '; ' || signature || '; ' || network AS kept FROM miner_threshold"
                                        + " WHERE token = ?",
                                row -> row.getString("kept"),
                                challenge.token()))
                .contains(challenge.text() + "; " + signed(AMY, challenge.text()) + "; 192.0.2.0/24");
        Database owner = new Database(DATABASE.ownerDataSource());
        for (String sql : List.of(
                "UPDATE miner_threshold SET threshold = 1",
                "DELETE FROM miner_threshold",
                "TRUNCATE miner_threshold")) {
            assertThatThrownBy(() -> owner.change(sql)).hasMessageContaining("is written once");
        }
    }

    @Test
    void a_change_waits_for_another_of_its_address_that_is_being_made() throws Exception {
        ThresholdChallenge one = desk.challenge(AMY, "0.5");
        ThresholdChallenge other = desk.challenge(AMY, "0.6");
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Future<ThresholdAnswer<ThresholdChange>> first = both.submit(() -> desk.in(thresholds -> {
                ThresholdAnswer<ThresholdChange> answer = thresholds.change(desk.pool, AMY, proof(one));
                made.countDown();
                await(commit);
                return answer;
            }));
            await(made);
            Future<ThresholdAnswer<ThresholdChange>> second = both.submit(() -> desk.change(AMY, proof(other)));
            assertThat(Waiting.until(Duration.ofSeconds(30), this::somebodyWaits))
                    .isTrue();
            commit.countDown();

            given(first.get(30, TimeUnit.SECONDS));
            assertThat(why(second.get(30, TimeUnit.SECONDS))).isEqualTo(Why.TOO_SOON);
            assertThat(desk.rows()).isOne();
        } finally {
            commit.countDown();
            both.shutdownNow();
        }
    }

    private boolean somebodyWaits() {
        return !desk.database()
                .list("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", row -> row.getInt("pid"))
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void poolsThreshold(String coins) {
        desk.database()
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " most_per_payout, most_per_day, release_above, actor, reason) SELECT ?,"
                                + " 1 + coalesce(max(version), 0), now(), 'XMR', ?, 15, false, NULL, NULL, NULL, 'eve', 'test'"
                                + " FROM payout_terms WHERE pool = ?",
                        desk.pool.text(),
                        xmr(coins).atoms(),
                        desk.pool.text());
    }

    private static <T> T given(ThresholdAnswer<T> answer) {
        return answer.fold(value -> value, refused -> {
            throw new AssertionError(refused.sentence());
        });
    }

    private static Why why(ThresholdAnswer<?> answer) {
        return answer.fold(
                value -> {
                    throw new AssertionError("was given " + value);
                },
                ThresholdAnswer.Refused::why);
    }
}
