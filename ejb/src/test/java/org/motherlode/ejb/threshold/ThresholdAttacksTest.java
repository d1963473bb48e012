package org.motherlode.ejb.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ejb.threshold.Desk.AMY;
import static org.motherlode.ejb.threshold.Desk.BOB;
import static org.motherlode.ejb.threshold.Desk.proof;
import static org.motherlode.ejb.threshold.Desk.signed;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdAnswer.Why;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;

/** What somebody may try who is not the owner of an address, or is and wants more than he may have. None of it leaves a row. */
class ThresholdAttacksTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Desk desk;
    private long rowsAtTheEnd;

    @BeforeEach
    void open() {
        desk = Desk.open(DATABASE.appDataSource());
        rowsAtTheEnd = 0;
    }

    @AfterEach
    void nothing_was_written_but_what_the_owner_signed() {
        assertThat(desk.rows()).isEqualTo(rowsAtTheEnd);
    }

    @Test
    void a_strangers_signature_is_none() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");

        disbelieved(desk.change(AMY, proof(challenge, signed(BOB, challenge.text()))), "owner's signature");
        disbelieved(desk.change(AMY, proof(challenge, "")), "owner's signature");
    }

    @Test
    void a_signature_serves_no_other_address() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");

        disbelieved(desk.change(BOB, proof(challenge)), "gave no such challenge");
        disbelieved(desk.change(BOB, proof(challenge, signed(BOB, challenge.text()))), "gave no such challenge");
    }

    @Test
    void a_signature_serves_no_other_threshold_and_no_other_time() throws SQLException {
        ThresholdChallenge asked = desk.challenge(AMY, "0.5");
        ThresholdProof signed = proof(asked);
        ThresholdProof higher =
                new ThresholdProof("0.9", signed.until(), signed.token(), signed.signature(), signed.network());
        ThresholdProof later = new ThresholdProof(
                signed.coins(), signed.until().plusSeconds(1), signed.token(), signed.signature(), signed.network());

        disbelieved(desk.change(AMY, higher), "gave no such challenge");
        disbelieved(desk.change(AMY, later), "gave no such challenge");
    }

    @Test
    void a_signature_serves_no_other_pool() throws SQLException {
        Desk other = Desk.open(DATABASE.appDataSource());

        disbelieved(desk.change(AMY, proof(other.challenge(AMY, "0.5"))), "gave no such challenge");
    }

    @Test
    void a_challenge_that_the_owner_wrote_himself_is_none() throws SQLException {
        ThresholdChallenge own = new ChallengeSeal(Octets.of(new byte[32]))
                .sealed(desk.pool, AMY, Desk.xmr("0.5"), desk.now.plusSeconds(60));

        disbelieved(desk.change(AMY, proof(own)), "gave no such challenge");
    }

    @Test
    void a_challenge_ends() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");
        desk.now = challenge.until();

        disbelieved(desk.change(AMY, proof(challenge)), "This challenge ended at");
    }

    @Test
    void a_challenge_serves_once_also_where_the_day_is_over() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");
        desk.database()
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, created_at, effective_at, proof, token,"
                                + " signed_text, signature, network) VALUES (?, 'amy', 'XMR', 500000000000,"
                                + " now() - interval '3 days', now() - interval '2 days', 'SIGNATURE', ?, '', '', '')",
                        desk.pool.text(),
                        challenge.token());
        rowsAtTheEnd = 1;

        disbelieved(desk.change(AMY, proof(challenge)), "This challenge was used before");
    }

    @Test
    void a_replay_at_once_is_refused() throws SQLException {
        ThresholdChallenge challenge = desk.challenge(AMY, "0.5");
        assertThat(desk.change(AMY, proof(challenge)).<Boolean>fold(given -> true, no -> false))
                .isTrue();
        rowsAtTheEnd = 1;

        disbelieved(desk.change(AMY, proof(challenge)), "This challenge was used before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.000000000001",
                "100",
                "99999999999999999999",
                "0.099999999999",
                "0",
                "-1",
                "-0.5",
                "1e400",
                "0.5 ",
                "0.5\n",
                "\u0660.\u0665",
                "\uff10.5",
                "0.5\u0000",
                "0.5; DROP TABLE miner_threshold",
                "NaN",
                "Infinity",
                ""
            })
    void a_threshold_outside_the_bounds_gets_no_challenge(String coins) throws SQLException {
        assertThat(why(desk.ask(AMY, coins))).isEqualTo(Why.THRESHOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\u0660.\u0665", "1e9", "9999999999999999999999999999999999999999"})
    void a_proof_with_a_senseless_threshold_is_none(String coins) throws SQLException {
        ThresholdProof proof = proof(desk.challenge(AMY, "0.5"));

        disbelieved(
                desk.change(
                        AMY,
                        new ThresholdProof(coins, proof.until(), proof.token(), proof.signature(), proof.network())),
                "gave no such challenge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "\u0661", "' OR 1=1"})
    void a_token_that_is_none_is_refused(String token) throws SQLException {
        ThresholdProof proof = proof(desk.challenge(AMY, "0.5"));

        disbelieved(
                desk.change(
                        AMY,
                        new ThresholdProof(proof.coins(), proof.until(), token, proof.signature(), proof.network())),
                "gave no such challenge");
    }

    @Test
    void an_address_without_an_account_gets_nothing() throws SQLException {
        assertThat(why(desk.ask(Desk.STRANGER, "0.5"))).isEqualTo(Why.UNKNOWN);
    }

    @Test
    void a_flood_of_challenges_leaves_nothing_behind_and_each_is_another() throws SQLException {
        ThresholdChallenge first = desk.challenge(AMY, "0.5");
        for (int time = 0; time < 200; time++) {
            assertThat(desk.challenge(AMY, "0.5").token()).isNotEqualTo(first.token());
        }
        assertThat(desk.database().list("SELECT only_one FROM threshold_seal", row -> row.getBoolean(1)))
                .containsExactly(true);
    }

    @Test
    void a_chain_whose_wallets_sign_nothing_says_so() throws SQLException {
        desk = Desk.openWithoutSignatures(DATABASE.appDataSource());
        ThresholdProof any = new ThresholdProof("0.5", desk.now.plus(Duration.ofMinutes(1)), "", "", "");

        assertThat(why(desk.ask(AMY, "0.5"))).isEqualTo(Why.NO_SIGNATURES);
        assertThat(why(desk.change(AMY, any))).isEqualTo(Why.NO_SIGNATURES);
    }

    private static void disbelieved(ThresholdAnswer<ThresholdChange> answer, String words) {
        assertThat(why(answer)).isEqualTo(Why.PROOF);
        assertThat(answer.<String>fold(given -> "", ThresholdAnswer.Refused::sentence))
                .contains(words);
    }

    private static Why why(ThresholdAnswer<?> answer) {
        return answer.fold(
                value -> {
                    throw new AssertionError("was given " + value);
                },
                ThresholdAnswer.Refused::why);
    }
}
