package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.PaperWallet;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;

/** The pool bears the network's fees, also one that takes none for itself. */
class BorneFeesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void a_pool_without_fees_is_told_what_to_bring_for_the_network_fees_that_it_bore() throws SQLException {
        ComparedTill till = ComparedTill.open(DATABASE.appDataSource());
        PaperWallet wallet = till.wallet();
        Till pool = till.till();
        PaymentOrder amys = new PaymentOrder(new TreeMap<>(Map.of(Till.AMY, Till.money(500))));
        PayoutBatch reserved = pool.in(payouts -> payouts.reserve(pool.fence(), pool.pool(), amys));
        PayoutBatch signed = pool.in(payouts -> payouts.prepared(pool.fence(), reserved, Till.PAYMENT));
        PayoutBatch sent = pool.in(payouts -> payouts.sent(pool.fence(), signed));
        pool.in(payouts -> payouts.confirmed(pool.fence(), sent));
        wallet.holds(293).spent("ab12", 200, 500, 7);

        assertThat(till.ask()).containsOnlyKeys("I4");
        assertThat(till.ask().get("I4"))
                .endsWith(
                        "; 0.000000000007 XMR are missing: bring them to the wallet and book them by book-deposit,"
                                + " 0.000000000007 XMR of them for network fees that the pool bore and had no fees of its own for");
        till.insertBooking("in", "DEPOSIT", 7, 0);
        wallet.holds(300);
        assertThat(till.ask()).isEmpty();
    }
}
