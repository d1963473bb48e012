package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutState;

/** What leaves by itself is bounded; what is above a bound leaves when two persons say so. */
class BoundedPayoutsTest {
    private final House house = new House();

    @Test
    void no_payout_is_above_the_bound_and_everybody_is_paid_in_the_end() {
        house.earn("amy", 300);
        house.earn("bob", 250);
        house.earn("cid", 200);
        house.earn("dan", 150);
        house.rows.isBoundBy(limits(400, 0, 0));

        house.heal();

        house.everyoneIsPaidOnce();
        assertThat(house.rows.all())
                .extracting(batch -> batch.order().total().atoms().longValueExact())
                .containsExactly(300L, 250L, 350L);
    }

    @Test
    void a_balance_above_the_bound_waits_for_two_persons_and_keeps_nobody_elses_money() {
        house.earn("whale", 900);
        house.earn("amy", 300);
        house.rows.isBoundBy(limits(400, 0, 0));

        house.heal();
        assertThat(house.rows.paid()).containsOnlyKeys(new MinerAddress("amy"));
        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED, PayoutState.CONFIRMED);

        house.rows.release();
        house.heal();
        assertThat(house.rows.paid()).as("one person").containsOnlyKeys(new MinerAddress("amy"));

        house.rows.release();
        house.heal();
        house.everyoneIsPaidOnce();
        assertThat(house.wallet.signatures()).isEqualTo(2);
    }

    @Test
    void a_second_payout_above_a_bound_waits_for_the_first_one() {
        house.earn("whale", 900);
        house.earn("alone-shark", 800);
        house.rows.isBoundBy(limits(0, 0, 500));

        house.heal();
        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED);
        house.rows.release();
        house.rows.release();
        house.heal();

        assertThat(house.rows.states()).containsExactly(PayoutState.CONFIRMED, PayoutState.RESERVED);
        assertThat(house.wallet.signatures()).isEqualTo(1);
    }

    @Test
    void what_was_released_goes_on_when_the_payout_under_way_has_ended() {
        house.earn("whale", 900);
        house.rows.isBoundBy(limits(0, 0, 500));
        house.run();
        house.earn("amy", 300);
        house.run();
        house.rows.release();
        house.rows.release();

        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED, PayoutState.SENT);

        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void what_waits_keeps_its_place_in_the_wallet() {
        house.earn("whale", 900);
        house.rows.isBoundBy(limits(0, 0, 500));
        house.wallet.canSpend(1_000);
        house.run();
        house.earn("amy", 300);

        house.heal();

        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED);
    }

    @Test
    void a_paused_pool_lets_nothing_go_on_that_was_released() {
        house.earn("whale", 900);
        house.rows.isBoundBy(limits(0, 0, 500));
        house.run();
        house.rows.release();
        house.rows.release();
        house.rows.pause();

        house.heal();

        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED);
        assertThat(house.wallet.signatures()).isZero();
    }

    @Test
    void wrong_books_let_nothing_go_on_that_was_released() {
        house.earn("whale", 900);
        house.rows.isBoundBy(limits(0, 0, 500));
        house.run();
        house.rows.release();
        house.rows.release();
        house.rows.booksAreWrong("all balances sum to 1 and not to 0");

        house.heal();

        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED);
        assertThat(house.wallet.signatures()).isZero();
    }

    @Test
    void the_days_bound_cuts_a_payout_and_stops_them_until_a_day_after_what_left() {
        house.earn("amy", 300);
        house.earn("bob", 200);
        house.rows.isBoundBy(limits(0, 400, 0));

        house.heal();
        assertThat(totals()).containsExactly(300L);
        house.rows.later(Duration.ofHours(24).minusSeconds(1));
        house.heal();
        assertThat(totals()).containsExactly(300L);
        house.rows.later(Duration.ofSeconds(1));
        house.heal();

        assertThat(totals()).containsExactly(300L, 200L);
        house.everyoneIsPaidOnce();
    }

    @Test
    void nobody_overtakes_a_larger_balance_that_does_not_fit_into_the_days_rest() {
        house.earn("amy", 300);
        house.rows.isBoundBy(limits(0, 400, 0));
        house.heal();
        house.earn("bob", 350);
        house.earn("cid", 100);

        house.heal();
        assertThat(totals()).containsExactly(300L);
        house.rows.later(Duration.ofHours(24));
        house.heal();

        assertThat(totals()).containsExactly(300L, 350L);
    }

    @Test
    void what_two_persons_let_go_uses_up_nobodys_day() {
        house.earn("whale", 900);
        house.rows.isBoundBy(limits(0, 400, 0));
        house.heal();
        house.rows.later(Duration.ofHours(30));
        house.rows.release();
        house.rows.release();
        house.heal();
        house.earn("amy", 100);

        house.heal();
        assertThat(totals()).containsExactly(900L, 100L);
        house.everyoneIsPaidOnce();
    }

    private List<Long> totals() {
        return house.rows.all().stream()
                .filter(PayoutBatch::begun)
                .map(batch -> batch.order().total().atoms().longValueExact())
                .toList();
    }

    /** In atoms; 0 is no bound. */
    static PayoutLimits limits(long perPayout, long perDay, long releaseAbove) {
        return new PayoutLimits(bound(perPayout), bound(perDay), bound(releaseAbove));
    }

    private static Optional<Money> bound(long atoms) {
        return Optional.of(Money.ofAtoms(atoms, Rows.COIN)).filter(money -> !money.isZero());
    }
}
