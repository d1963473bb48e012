package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.payout.PaymentOrder;

/** Nobody is paid less than the threshold that he set himself. The till's pool pays from 0.5 XMR on, miners may wait for 5. */
class OwnThresholdsTest {
    private static final long MOST = 5_000_000_000_000L;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void who_wants_more_to_have_come_together_waits_for_the_last_atom() throws SQLException {
        own(600, Duration.ZERO);
        till.earn("second", Till.AMY, 99);
        assertThat(till.payable()).containsOnlyKeys(Till.BOB);

        till.earn("third", Till.AMY, 1);
        assertThat(till.payable()).containsEntry(Till.AMY, Till.money(600)).containsKey(Till.BOB);
    }

    @Test
    void a_threshold_whose_time_has_not_come_keeps_nothing_back() throws SQLException {
        own(600, Duration.ofHours(1));

        assertThat(till.payable()).containsOnlyKeys(Till.AMY, Till.BOB);
    }

    @Test
    void of_those_whose_time_has_come_the_newest_counts() throws SQLException {
        own(600, Duration.ZERO);
        own(400, Duration.ZERO);
        own(900, Duration.ofHours(1));

        assertThat(till.payable()).containsOnlyKeys(Till.AMY, Till.BOB);
    }

    @Test
    void a_row_above_the_highest_threshold_locks_no_money_away() throws SQLException {
        own(MOST * 1000, Duration.ZERO);
        till.earn("second", Till.AMY, MOST - 501);
        assertThat(till.payable()).containsOnlyKeys(Till.BOB);

        till.earn("third", Till.AMY, 1);
        assertThat(till.payable()).containsKeys(Till.AMY, Till.BOB);
    }

    @Test
    void a_threshold_that_came_between_plan_and_reservation_is_held_to() throws SQLException {
        PaymentOrder planned = new PaymentOrder(new TreeMap<>(till.payable()));
        own(501, Duration.ZERO);

        assertThatThrownBy(() -> till.in(payouts -> payouts.reserve(till.fence(), till.pool(), planned)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("amy has a threshold of its own");
        assertThat(till.open()).isEmpty();
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.AMY)).isEqualTo(500);
        assertThat(till.balance(AccountKind.MINER_PAYABLE, Till.BOB)).isEqualTo(300);

        PaymentOrder others = new PaymentOrder(new TreeMap<>(Map.of(Till.BOB, Till.money(300))));
        assertThat(till.in(payouts -> payouts.reserve(till.fence(), till.pool(), others))
                        .order())
                .isEqualTo(others);
    }

    @Test
    void the_owner_of_the_same_address_in_another_pool_is_not_meant() throws SQLException {
        Till other = Till.open(DATABASE.appDataSource());
        own(600, Duration.ZERO);

        assertThat(other.payable()).containsOnlyKeys(Till.AMY, Till.BOB);
    }

    /** Amy's, from so long from now on. */
    private void own(long atoms, Duration wait) {
        new Database(till.source())
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, effective_at, proof, actor, reason)"
                                + " VALUES (?, 'amy', 'XMR', ?, now() + make_interval(secs => ?), 'OPERATOR', 'eve', 'test')",
                        till.pool().text(),
                        atoms,
                        wait.toSeconds());
    }
}
