package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;

class JdbcPayoutsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void reserving_moves_payable_money_to_reserved() throws SQLException {
        PayoutBatch batch = reserve();
        assertThat(batch.state()).isEqualTo(PayoutState.RESERVED);
        assertThat(batch.order()).isEqualTo(till.order());
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.BOB)).isEqualTo(300);
    }

    @Test
    void a_prepared_payment_is_read_back_as_it_was_stored() throws SQLException {
        prepare(reserve());
        assertThat(till.open()).singleElement().satisfies(batch -> {
            assertThat(batch.state()).isEqualTo(PayoutState.PREPARED);
            assertThat(batch.prepared()).contains(Till.PAYMENT);
        });
    }

    @Test
    void confirming_takes_the_payment_and_its_fee_from_the_wallet() throws SQLException {
        PayoutBatch sent = send(prepare(reserve()));
        till.in(payouts -> payouts.confirmed(till.fence(), sent));
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isZero();
        assertThat(till.balance(AccountKind.WALLET)).isZero();
        assertThat(till.balance(AccountKind.FEES)).isEqualTo(-7);
        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(7);
        assertThat(till.open()).isEmpty();
    }

    @Test
    void releasing_gives_the_money_back_and_lets_the_next_payout_begin() throws SQLException {
        PayoutBatch prepared = prepare(reserve());
        till.in(payouts -> payouts.released(till.fence(), prepared, "dead"));
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isZero();
        assertThat(reserve().number()).isGreaterThan(prepared.number());
    }

    @Test
    void a_payout_in_review_keeps_its_money_and_its_place() throws SQLException {
        PayoutBatch sent = send(prepare(reserve()));
        till.in(payouts -> payouts.review(till.fence(), sent, "strange"));
        till.earn("second", Till.AMY, 500);
        till.earn("second", Till.BOB, 300);
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);
        assertThatThrownBy(this::reserve).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_pool_has_one_open_payout_and_the_second_moves_nothing() throws SQLException {
        reserve();
        till.earn("second", Till.AMY, 500);
        till.earn("second", Till.BOB, 300);
        assertThatThrownBy(this::reserve).hasMessageContaining("still open");
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void an_order_above_a_balance_leaves_neither_money_moved_nor_a_row() throws SQLException {
        PaymentOrder tooMuch = new PaymentOrder(new TreeMap<>(Map.of(Till.AMY, Till.money(501))));
        assertThatThrownBy(() -> till.in(payouts -> payouts.reserve(till.fence(), till.pool(), tooMuch)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(till.open()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
    }

    @Test
    void a_step_from_a_state_that_has_passed_is_refused() throws SQLException {
        PayoutBatch prepared = prepare(reserve());
        send(prepared);
        assertThatThrownBy(() -> till.in(payouts -> payouts.released(till.fence(), prepared, "late")))
                .hasMessageContaining("not PREPARED any more");
        assertThat(till.balance(AccountKind.MINER_RESERVED, Till.AMY)).isEqualTo(500);
    }

    @Test
    void whoever_lost_the_lock_can_change_nothing() throws SQLException {
        PayoutBatch batch = reserve();
        Fence newer = Till.takeLock(till.source(), till.pool());
        assertThatThrownBy(() -> prepare(batch)).isInstanceOf(FencedOffException.class);
        assertThatThrownBy(() -> till.in(payouts -> payouts.released(till.fence(), batch, "late")))
                .isInstanceOf(FencedOffException.class);
        assertThat(till.in(payouts -> payouts.prepared(newer, batch, Till.PAYMENT))
                        .state())
                .isEqualTo(PayoutState.PREPARED);
    }

    @Test
    void a_held_miner_is_not_payable_until_the_hold_ends() throws SQLException {
        hold(true);
        assertThat(till.payable()).containsOnlyKeys(Till.BOB);
        hold(false);
        assertThat(till.payable()).containsOnlyKeys(Till.AMY, Till.BOB);
    }

    @Test
    void a_newer_version_of_the_terms_pauses_the_pool() throws SQLException {
        assertThat(till.in(payouts -> payouts.terms(till.pool())).paused()).isFalse();
        new Database(till.source())
                .change(
                        "INSERT INTO payout_terms (pool, version, effective_from, asset, threshold, most_receivers, paused,"
                                + " most_per_payout, most_per_day, release_above, actor, reason)"
                                + " SELECT pool, version + 1, now(), asset, threshold, most_receivers, true,"
                                + " most_per_payout, most_per_day, release_above, 'eve', 'test' FROM payout_terms WHERE pool = ? ORDER BY version DESC LIMIT 1",
                        till.pool().text());
        assertThat(till.in(payouts -> payouts.terms(till.pool())).paused()).isTrue();
    }

    @Test
    void an_operator_finds_the_proof_of_a_payment_by_the_documented_line() throws Exception {
        PayoutBatch sent = send(prepare(reserve()));
        till.in(payouts -> payouts.confirmed(till.fence(), sent));
        String page = Files.readString(Path.of("..", "docs", "payouts.md"));
        int begin = page.indexOf("SELECT b.transaction_id, b.proof");
        String sql = page.substring(begin, page.indexOf(';', begin)).replace("'address'", "'amy' AND b.number = ?");

        assertThat(new Database(till.source()).first(sql, row -> row.getString("proof"), sent.number()))
                .contains(Till.PAYMENT.proof());
    }

    private void hold(boolean held) {
        new Database(till.source())
                .change(
                        "INSERT INTO payout_hold (pool, miner, held, actor, reason) VALUES (?, 'amy', ?, 'eve', 'test')",
                        till.pool().text(),
                        held);
    }

    private PayoutBatch reserve() throws SQLException {
        return till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
    }

    private PayoutBatch prepare(PayoutBatch batch) throws SQLException {
        return till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
    }

    private PayoutBatch send(PayoutBatch batch) throws SQLException {
        return till.in(payouts -> payouts.sent(till.fence(), batch));
    }
}
