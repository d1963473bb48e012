package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.PayoutBatch;

/** Balances that somebody has changed, and what is known of a pool that is closed. */
class WrongBooksTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Database owner = new Database(DATABASE.ownerDataSource());
    private final Database application = new Database(DATABASE.appDataSource());
    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void books_that_are_right_are_found_right_after_each_payout() throws SQLException {
        assertThat(wrong()).isEmpty();
        PayoutBatch batch = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        assertThat(wrong()).isEmpty();
        till.in(payouts -> payouts.released(till.fence(), batch, "why"));

        assertThat(wrong()).isEmpty();
        assertThat(condition("books").up()).isTrue();
    }

    @Test
    void a_balance_that_was_changed_without_a_transfer_is_named_until_it_is_mended() throws SQLException {
        assertThat(wrong()).isEmpty();
        change("balance + 1", "'miner:payable'");
        change("balance - 1", "'wallet'");

        String words = "wallet is -801 and its transfers sum to -800,"
                + " miner:payable amy is 501 and its transfers sum to 500";
        assertThat(wrong()).contains(words);
        assertThat(condition("books"))
                .isEqualTo(new Condition(
                        till.pool() + ".books", false, false, "nothing is paid, for the books are wrong: " + words));
        change("balance - 1", "'miner:payable'");
        change("balance + 1", "'wallet'");
        assertThat(wrong()).isEmpty();
        assertThat(condition("books").up()).isTrue();
    }

    @Test
    void balances_that_do_not_sum_to_zero_are_named_also_at_the_first_check() throws SQLException {
        change("balance + 7", "'miner:payable'");

        assertThat(wrong())
                .contains("all balances sum to 7 and not to 0; miner:payable amy is 507 and its transfers sum to 500");
    }

    @Test
    void many_transfers_are_checked_in_steps_and_until_the_last_one_nothing_is_paid() {
        assertThat(prove(1)).startsWith("the books are still being checked, transfer ");
        assertThat(prove(1)).isEmpty();
        assertThat(condition("books").up()).isTrue();
    }

    @Test
    void the_application_cannot_change_what_balances_are_compared_with() throws SQLException {
        assertThat(wrong()).isEmpty();
        for (String change : List.of(
                "UPDATE ledger_checked SET sum = 0",
                "DELETE FROM ledger_checked",
                "UPDATE ledger_check SET words = ''")) {
            assertThatThrownBy(() -> application.change(change))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_payout_of_a_pool_that_is_closed_is_seen() throws SQLException {
        PayoutBatch batch = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        till.in(payouts -> payouts.prepared(till.fence(), batch, Till.PAYMENT));
        PayoutBatch prepared = till.open().get(0);
        till.in(payouts -> payouts.review(till.fence(), prepared, "contradiction"));
        PayoutAlarms alarms = alarms();

        assertThat(alarms.pools()).contains(till.pool());
        assertThat(alarms.of(till.pool()).isInReview()).isTrue();
        assertThat(condition("payouts").words()).contains("REVIEW", "contradiction");
    }

    private Optional<String> wrong() throws SQLException {
        return till.in(payouts -> payouts.wrongBooks(till.pool()));
    }

    private String prove(int most) {
        return application
                .first(
                        "SELECT ledger_prove(?, ?)",
                        row -> row.getString(1),
                        till.pool().text(),
                        most)
                .orElseThrow();
    }

    /** Of the wallet, or of Amy. */
    private void change(String balance, String kind) {
        owner.change(
                "UPDATE ledger_balance SET balance = " + balance + " WHERE account = (SELECT number FROM ledger_account"
                        + " WHERE pool = ? AND kind = " + kind + " AND owner IN ('', 'amy'))",
                till.pool().text());
    }

    /** No pool is open. */
    private PayoutAlarms alarms() {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(application, List.of(), Duration.ofMinutes(30));
        return alarms;
    }

    private Condition condition(String what) {
        PayoutAlarms alarms = new PayoutAlarms();
        alarms.look(application, List.of(till.pool()), Duration.ofMinutes(30));
        Stream<Condition> all = alarms.now().stream();
        return all.filter(condition -> condition.name().equals(till.pool() + "." + what))
                .findFirst()
                .orElseThrow();
    }
}
