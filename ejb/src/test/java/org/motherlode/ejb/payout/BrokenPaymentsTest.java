package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.payout.PayoutBatch;

/** Payouts whose rows the tables' owner has changed by hand, triggers off. */
class BrokenPaymentsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Database owner = new Database(OneConnection.of(DATABASE.ownerDataSource()));
    private Till till;
    private PayoutBatch prepared;

    @BeforeEach
    void prepare() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
        PayoutBatch reserved = till.in(payouts -> payouts.reserve(till.fence(), till.pool(), till.order()));
        assertThat(check()).isEmpty();
        prepared = till.in(payouts -> payouts.prepared(till.fence(), reserved, Till.PAYMENT));
        assertThat(check()).isEmpty();
    }

    @Test
    void an_item_that_was_changed_is_named_by_its_payout() throws SQLException {
        confirm();
        change("payout_item", "UPDATE payout_item SET amount = amount + 1 WHERE miner = 'amy' AND batch = ");

        assertThat(check())
                .containsExactly(Map.entry(
                        "I5-books",
                        "payout " + prepared.number() + " (CONFIRMED): its items is 801 and should be 800"));
    }

    @Test
    void a_fee_that_was_changed_and_items_that_were_exchanged_are_named() throws SQLException {
        confirm();
        change("payout_batch", "UPDATE payout_batch SET network_fee = 8 WHERE number = ");
        assertThat(check().get("I5-books")).endsWith("what it booked as network fee is 7 and should be 8");
        change("payout_batch", "UPDATE payout_batch SET network_fee = 7 WHERE number = ");
        change("payout_item", "UPDATE payout_item SET amount = 800 - amount WHERE batch = ");

        assertThat(check().get("I5-books")).endsWith("(CONFIRMED): no transfer has its item amy 300");
    }

    @Test
    void a_state_that_was_changed_without_its_money_is_named() {
        change("payout_batch", "UPDATE payout_batch SET state = 'RELEASED' WHERE number = ");

        assertThat(check().get("I5-books"))
                .contains("payout " + prepared.number() + " (RELEASED): what it gave back is 0 and should be 800")
                .contains("miner:reserved is 800 in all, and the open payout is over 0");
    }

    private void confirm() throws SQLException {
        PayoutBatch seen = till.in(payouts -> payouts.sent(till.fence(), prepared));
        till.in(payouts -> payouts.confirmed(till.fence(), seen));
        assertThat(check()).isEmpty();
    }

    private Map<String, String> check() {
        return new CheckedBooks(new Database(till.source()), till.pool(), Till.XMR).check();
    }

    /** Of this payout. */
    private void change(String table, String sql) {
        owner.change("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        owner.change(sql + prepared.number());
        owner.change("ALTER TABLE " + table + " ENABLE TRIGGER USER");
    }
}
