package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.batch.pay.ScriptedWallet.Mood;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.payout.PayoutState;

class PayingMinersTest {
    private final House house = new House();

    @BeforeEach
    void two_miners_earned_something() {
        house.earn("amy", 500);
        house.earn("bob", 300);
    }

    @Test
    void miners_are_paid_and_confirmed_once_the_payment_is_final() {
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.SENT);
        house.chain.mine();
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.SENT);
        house.chain.mine(Chain.FINAL - 1);
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.CONFIRMED);
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_lost_answer_to_a_payment_that_was_sent_changes_nothing() {
        house.run(Mood.SEND_ANSWER_LOST);
        assertThat(house.rows.states()).containsExactly(PayoutState.SENT);
        house.heal();
        house.everyoneIsPaidOnce();
        assertThat(house.wallet.signatures()).isEqualTo(1);
    }

    @Test
    void a_payment_that_never_arrived_is_sent_again_as_the_same_transaction() {
        house.run(Mood.SEND_NEVER_ARRIVES);
        house.run(Mood.SEND_NEVER_ARRIVES);
        assertThat(house.rows.states()).containsExactly(PayoutState.PREPARED);
        house.heal();
        house.everyoneIsPaidOnce();
        assertThat(house.wallet.signatures()).isEqualTo(1);
        assertThat(house.wallet.sendings()).isEqualTo(3);
    }

    @Test
    void a_payment_that_was_mined_before_anybody_looked_is_confirmed_and_not_sent_again() {
        house.wallet.is(Mood.SEND_ANSWER_LOST);
        PayingMiners process = house.process();
        process.reserve();
        process.prepare();
        process.send();
        house.chain.mine(Chain.FINAL);
        assertThat(house.rows.states()).containsExactly(PayoutState.PREPARED);
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.CONFIRMED);
        assertThat(house.wallet.sendings()).isEqualTo(1);
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_conflicting_payment_releases_the_money_only_when_it_is_final() {
        house.run(Mood.SEND_NEVER_ARRIVES);
        house.chain.spendElsewhere("output 0");
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.PREPARED);
        house.chain.mine(Chain.FINAL);
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.RELEASED, PayoutState.SENT);
        assertThat(house.rows.words()).contains("spent by another");
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_fate_that_is_undecided_changes_nothing() {
        house.run(Mood.SEND_NEVER_ARRIVES);
        house.run(Mood.FATE_UNDECIDED);
        house.run(Mood.FATE_UNDECIDED);
        assertThat(house.rows.states()).containsExactly(PayoutState.PREPARED);
        assertThat(house.wallet.sendings()).isEqualTo(1);
        assertThat(house.rows.words()).contains("scripted: still open");
    }

    @Test
    void a_wallet_that_is_not_ready_reserves_nothing() {
        house.run(Mood.NOT_READY);
        assertThat(house.rows.states()).isEmpty();
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_wallet_that_cannot_be_reached_is_asked_again_for_the_same_payout() {
        house.run(Mood.PREPARE_UNREACHABLE);
        assertThat(house.rows.states()).containsExactly(PayoutState.RESERVED);
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.SENT);
    }

    @Test
    void a_payout_that_the_wallet_refuses_is_released_with_its_words() {
        house.run(Mood.PREPARE_REFUSED);
        assertThat(house.rows.states()).containsExactly(PayoutState.RELEASED);
        assertThat(house.rows.words()).containsExactly("scripted: not enough unlocked money");
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void wrong_books_reserve_nothing_and_keep_no_payout_from_its_end() {
        house.run();
        house.rows.booksAreWrong("all balances sum to 1 and not to 0");
        house.earn("amy", 900);
        house.chain.mine(Chain.FINAL);
        house.run();
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.CONFIRMED);

        house.rows.booksAreWrong("");
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_transaction_whose_fee_is_above_the_bound_is_never_stored_nor_sent() {
        house.rows.allowsFee(87); // of 800 atoms 6.96, and the wallet's fee is 7
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.RELEASED);
        assertThat(house.rows.words()).singleElement().asString().contains("0.000000000007 XMR", "0.000000000006 XMR");
        assertThat(house.wallet.sendings()).isZero();

        house.rows.allowsFee(1_000);
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_payment_that_fell_out_of_the_pool_is_sent_again() {
        house.run();
        house.chain.forget();
        house.run();
        assertThat(house.wallet.sendings()).isEqualTo(2);
        house.heal();
        house.everyoneIsPaidOnce();
        assertThat(house.wallet.signatures()).isEqualTo(1);
    }

    @Test
    void a_payment_whose_block_was_undone_is_waited_for_again() {
        house.run();
        house.chain.mine(Chain.FINAL - 1);
        house.run();
        house.chain.reorganise();
        house.chain.reorganise();
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.SENT);
        house.heal();
        house.everyoneIsPaidOnce();
    }

    @Test
    void a_payment_that_was_seen_and_then_died_waits_for_a_person_and_stops_further_payouts() {
        house.run();
        house.chain.forget();
        house.chain.spendElsewhere("output 0");
        house.chain.mine(Chain.FINAL);
        house.run();
        assertThat(house.rows.states()).containsExactly(PayoutState.REVIEW);
        house.earn("amy", 900);
        house.heal();
        assertThat(house.rows.states()).containsExactly(PayoutState.REVIEW);
        assertThat(house.chain.paid()).isEmpty();
    }

    @Test
    void a_paused_pool_begins_no_payout_and_finishes_the_one_under_way() {
        house.run();
        house.rows.pause();
        house.earn("cid", 400);
        house.heal();
        assertThat(house.rows.states()).containsExactly(PayoutState.CONFIRMED);
    }

    @Test
    void a_process_that_lost_its_lock_can_write_nothing() {
        PayingMiners old = house.process();
        house.process();
        assertThatThrownBy(old::reserve).isInstanceOf(FencedOffException.class);
        assertThat(house.rows.states()).isEmpty();
    }

    @Test
    void an_order_that_the_wallet_cannot_afford_waits_while_a_smaller_one_is_paid() {
        house.earn("alone-cid", 150);
        house.wallet.canSpend(200);
        house.heal();
        assertThat(house.chain.paid()).hasSize(1);
        house.wallet.canSpend(2000);
        house.heal();
        house.everyoneIsPaidOnce();
    }
}
