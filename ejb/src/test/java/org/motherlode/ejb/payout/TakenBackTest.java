package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Refusals;

/** A hold, or a threshold of his own, that came after a miner's money was reserved keeps it from being signed. */
class TakenBackTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void a_hold_that_came_after_the_reservation_gives_the_money_back_before_it_is_signed() throws SQLException {
        PayoutBatch reserved = reserve();
        hold();

        PayoutBatch now = sign(reserved);

        assertThat(now.state()).isEqualTo(PayoutState.RELEASED);
        assertThat(now.prepared()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.BOB)).isEqualTo(300);
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(till.payable()).containsOnlyKeys(Till.BOB);
    }

    @Test
    void what_was_taken_back_is_no_refusal_of_the_wallet() throws SQLException {
        PayoutBatch reserved = reserve();
        hold();
        sign(reserved);

        Refusals refusals = till.in(payouts -> payouts.refusals(till.pool()));

        assertThat(refusals.inARow()).isEqualTo(Refusals.Refused.NEVER);
        assertThat(refusals.of(Till.BOB)).isEqualTo(Refusals.Refused.NEVER);
    }

    @Test
    void a_higher_threshold_of_his_own_that_came_after_the_reservation_does_the_same() throws SQLException {
        PayoutBatch reserved = reserve();
        new Database(till.source())
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, proof, actor, reason)"
                                + " VALUES (?, 'bob', 'XMR', 301, 'OPERATOR', 'eve', 'test')",
                        till.pool().text());

        assertThat(sign(reserved).state()).isEqualTo(PayoutState.RELEASED);
        assertThat(till.payable()).containsOnlyKeys(Till.AMY);
    }

    @Test
    void a_hold_between_plan_and_reservation_is_held_to() throws SQLException {
        hold();

        assertThatThrownBy(this::reserve)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("amy is on hold");
        assertThat(till.open()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void what_was_signed_before_the_hold_goes_on() throws SQLException {
        PayoutBatch signed = sign(reserve());
        hold();

        assertThat(till.in(payouts -> payouts.sent(till.fence(), signed)).state())
                .isEqualTo(PayoutState.SENT);
    }

    @Test
    void what_left_its_state_is_not_taken_back() throws SQLException {
        PayoutBatch reserved = reserve();
        sign(reserved);
        hold();

        assertThatThrownBy(() -> sign(reserved)).hasMessageContaining("is not RESERVED any more");
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);
    }

    private void hold() {
        new Database(till.source())
                .change(
                        "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES (?, 'amy', true, 'eve', 'test')",
                        till.pool().text());
    }

    private PayoutBatch reserve() throws SQLException {
        return till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
    }

    private PayoutBatch sign(PayoutBatch batch) throws SQLException {
        return till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
    }
}
