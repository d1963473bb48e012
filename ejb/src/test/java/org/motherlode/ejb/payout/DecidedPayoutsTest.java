package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutDecision.Kind;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Refusals;

/** What people decide, what the wallet refused, and what an operator is told of both. */
class DecidedPayoutsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void a_person_can_give_a_payout_in_review_back_to_the_job() throws SQLException {
        PayoutBatch review = review();
        PayoutBatch again = till.in(payouts -> payouts.decided(till.fence(), review, decision(Kind.ASK)));
        assertThat(again.state()).isEqualTo(PayoutState.PREPARED);
        assertThat(till.decisions(again)).containsExactly("ASK eve looked unseen");

        till.in(payouts -> payouts.released(till.fence(), again, "dead"));
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void a_person_can_release_or_confirm_and_the_money_goes_with_it() throws SQLException {
        PayoutBatch first = review();
        till.in(payouts -> payouts.decided(till.fence(), first, decision(Kind.RELEASE)));
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.open()).isEmpty();

        PayoutBatch second = review();
        till.in(payouts -> payouts.decided(till.fence(), second, decision(Kind.CONFIRM)));
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.FEES)).isEqualTo(-7);
    }

    @Test
    void what_was_never_signed_is_released_and_the_decision_is_kept() throws SQLException {
        PayoutBatch reserved = reserve();
        till.in(payouts -> payouts.decided(till.fence(), reserved, decision(Kind.RELEASE)));

        assertThat(till.decisions(reserved)).containsExactly("RELEASE eve looked unseen");
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.open()).isEmpty();
    }

    @Test
    void what_hangs_is_taken_to_review_and_decided_there() throws SQLException {
        PayoutBatch hanging = prepare(reserve());
        PayoutBatch review = till.in(payouts -> payouts.decided(till.fence(), hanging, decision(Kind.REVIEW)));
        assertThat(review.state()).isEqualTo(PayoutState.REVIEW);
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);

        till.in(payouts -> payouts.decided(till.fence(), review, decision(Kind.RELEASE)));
        assertThat(till.decisions(hanging)).containsExactly("REVIEW eve looked unseen", "RELEASE eve looked unseen");
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void what_may_have_been_sent_is_not_released_without_review() throws SQLException {
        PayoutBatch batch = prepare(reserve());
        assertThatThrownBy(() -> till.in(payouts -> payouts.decided(till.fence(), batch, decision(Kind.RELEASE))))
                .hasMessageContaining("is PREPARED, RELEASE is not for that");
        assertThat(till.decisions(batch)).isEmpty();
    }

    @Test
    void refusals_are_counted_until_the_wallet_signs_again() throws SQLException {
        assertThat(refusals()).isEqualTo(Refusals.NONE);
        refuse("too little money");
        refuse("still too little");

        assertThat(refusals().inARow().times()).isEqualTo(2);
        assertThat(refusals().inARow().words()).isEqualTo("still too little");
        assertThat(refusals().of(Till.AMY).times()).isEqualTo(2);

        PayoutBatch signed = prepare(reserve());
        assertThat(refusals()).isEqualTo(Refusals.NONE);
        till.in(payouts -> payouts.released(till.fence(), signed, "spent by another"));
        assertThat(refusals()).as("that was no refusal").isEqualTo(Refusals.NONE);
    }

    @Test
    void what_a_person_releases_is_no_refusal_of_the_wallet() throws SQLException {
        refuse("too little money");
        PayoutBatch reserved = reserve();
        till.in(payouts -> payouts.decided(till.fence(), reserved, decision(Kind.RELEASE)));

        assertThat(refusals().inARow().times()).isEqualTo(1);
        assertThat(refusals().of(Till.AMY).times()).isEqualTo(1);
        assertThat(refusals().inARow().words()).isEqualTo("too little money");
    }

    @Test
    void an_operator_is_told_of_refusals_of_review_and_of_what_hangs() throws SQLException {
        refuse("too little money");
        assertThat(alarm(Duration.ofHours(1))).contains("the wallet refused the last 1 payouts", "too little money");

        PayoutBatch review = review();
        assertThat(alarm(Duration.ofHours(1)))
                .contains("payout " + review.number() + " is REVIEW", "resolve-payout", "strange");

        till.in(payouts -> payouts.decided(till.fence(), review, decision(Kind.ASK)));
        assertThat(alarm(Duration.ofHours(1))).isEqualTo("nothing keeps the miners' money");
        assertThat(alarm(Duration.ofSeconds(-1))).contains("is PREPARED since");
    }

    private String alarm(Duration patience) {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(new Database(till.source()), List.of(till.pool()), patience);
        return alarms.now().get(0).words();
    }

    private Refusals refusals() throws SQLException {
        return till.in(payouts -> payouts.refusals(till.pool()));
    }

    private void refuse(String words) throws SQLException {
        PayoutBatch batch = reserve();
        till.in(payouts -> payouts.released(till.fence(), batch, words));
    }

    private PayoutBatch reserve() throws SQLException {
        return till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
    }

    private PayoutBatch prepare(PayoutBatch batch) throws SQLException {
        PreparedPayment payment = Till.payment("transaction of payout " + batch.number());
        return till.in(payouts -> payouts.prepared(till.fence(), batch, payment));
    }

    private PayoutBatch review() throws SQLException {
        PayoutBatch prepared = prepare(reserve());
        PayoutBatch sent = till.in(payouts -> payouts.sent(till.fence(), prepared));
        return till.in(payouts -> payouts.review(till.fence(), sent, "strange"));
    }

    private static PayoutDecision decision(Kind kind) {
        return new PayoutDecision(kind, "eve", "looked", "unseen");
    }
}
