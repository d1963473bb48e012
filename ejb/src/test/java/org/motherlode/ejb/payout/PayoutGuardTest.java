package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutState;

/** What the table itself refuses, whatever a program tries. */
class PayoutGuardTest {
    private static final Map<PayoutState, Set<PayoutState>> ALLOWED = Map.of(
            PayoutState.RESERVED, Set.of(PayoutState.PREPARED, PayoutState.RELEASED, PayoutState.REVIEW),
            PayoutState.PREPARED, Set.of(PayoutState.SENT, PayoutState.RELEASED, PayoutState.REVIEW),
            PayoutState.SENT, Set.of(PayoutState.CONFIRMED, PayoutState.REVIEW),
            PayoutState.REVIEW, Set.of(),
            PayoutState.CONFIRMED, Set.of(),
            PayoutState.RELEASED, Set.of());

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @EnumSource(PayoutState.class)
    void every_step_that_is_not_allowed_is_refused(PayoutState from) throws SQLException {
        for (PayoutState to : PayoutState.values()) {
            long number = payoutIn(from);
            if (from == PayoutState.RESERVED && to == PayoutState.PREPARED) {
                assertThatThrownBy(() -> step(number, to))
                        .as("without its transaction")
                        .isInstanceOf(DatabaseException.class);
            } else if (from == to || ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                assertThat(step(number, to)).as("%s to %s", from, to).isEqualTo(1);
            } else {
                assertThatThrownBy(() -> step(number, to))
                        .as("%s to %s", from, to)
                        .isInstanceOf(DatabaseException.class)
                        .hasStackTraceContaining(from == PayoutState.REVIEW ? "a person decides" : "cannot become");
            }
        }
    }

    @Test
    void a_stored_transaction_is_never_exchanged() throws SQLException {
        long number = payoutIn(PayoutState.PREPARED);
        assertThatThrownBy(() ->
                        database().change("UPDATE payout_batch SET transaction_id = 'other' WHERE number = ?", number))
                .hasStackTraceContaining("has its transaction already");
    }

    @Test
    void the_receivers_of_a_payout_are_never_changed() throws SQLException {
        long number = payoutIn(PayoutState.RESERVED);
        Database owner = new Database(DATABASE.ownerDataSource());
        assertThatThrownBy(() -> owner.change("UPDATE payout_item SET amount = 1 WHERE batch = ?", number))
                .hasStackTraceContaining("written once");
    }

    @ParameterizedTest
    @CsvSource({"799, NULL, NULL", "NULL, 799, NULL", "NULL, NULL, 799"})
    void the_table_has_it_wait_by_whichever_bound_though_a_program_says_otherwise(
            String perPayout, String perDay, String releaseAbove) throws SQLException {
        Till till = Till.open(DATABASE.appDataSource());
        till.bounds(perPayout, perDay, releaseAbove);

        long number = insert(till, 800, "now() - interval '3 days'");

        assertThat(ask("SELECT begun_at IS NULL AS it FROM payout_batch WHERE number = ?", number))
                .isEqualTo("t");
        assertThatThrownBy(() -> sign(number)).hasStackTraceContaining("waits until two persons have released it");
        assertThat(goesAtOnce(till, 799)).isEqualTo("t");
    }

    private static int step(long number, PayoutState to) {
        return database().change("UPDATE payout_batch SET state = ? WHERE number = ?", to.name(), number);
    }

    private static long payoutIn(PayoutState state) throws SQLException {
        Till till = Till.open(DATABASE.appDataSource());
        PayoutBatch reserved = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        if (state != PayoutState.RESERVED) {
            till.in(payouts -> payouts.prepared(till.fence(), reserved, Till.PAYMENT));
            if (state == PayoutState.CONFIRMED) {
                step(reserved.number(), PayoutState.SENT);
            }
            step(reserved.number(), state);
        }
        return reserved.number();
    }

    private static long insert(Till till, long atoms, String begunAt) {
        return database()
                .first(
                        "INSERT INTO payout_batch (pool, asset, total, begun_at) VALUES (?, 'XMR', ?, " + begunAt
                                + ") RETURNING number",
                        row -> row.getLong("number"),
                        till.pool().text(),
                        atoms)
                .orElseThrow();
    }

    /** Whether one within the bounds is on its way from now on, whatever time a program names. */
    private static String goesAtOnce(Till till, long atoms) {
        long number = insert(till, atoms, "now() - interval '3 days'");
        return ask("SELECT begun_at > now() - interval '1 hour' AS it FROM payout_batch WHERE number = ?", number);
    }

    private static int sign(long number) {
        return database()
                .change(
                        "UPDATE payout_batch SET state = 'PREPARED', transaction_id = 'ab', payload = '', network_fee = 1,"
                                + " spends = '{}', proof = '' WHERE number = ?",
                        number);
    }

    private static String ask(String sql, Object value) {
        return database().first(sql, row -> row.getString(1), value).orElseThrow();
    }

    private static Database database() {
        return new Database(DATABASE.appDataSource());
    }
}
