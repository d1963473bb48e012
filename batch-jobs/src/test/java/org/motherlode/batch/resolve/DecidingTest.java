package org.motherlode.batch.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PayoutState;

/** What a person may decide about payout 42, and what the chain must say for it. */
class DecidingTest {
    private static final PaymentFate UNSEEN = new PaymentFate.Unseen();
    private static final PaymentFate DEAD = new PaymentFate.Dead("spent by another");
    private static final PaymentFate PAID = new PaymentFate.Mined(7, 10, true);

    private final OnePayout payout = new OnePayout(42);

    @Test
    void asking_again_needs_nothing_but_a_name_and_a_reason() {
        payout.chainSays(UNSEEN);

        assertThat(decide("ask")).contains("payout 42 is PREPARED", "it may still be sent and paid");
        assertThat(payout.decision().actor()).isEqualTo("eve");
        assertThat(payout.decision().reason()).isEqualTo("looked at two nodes");
        assertThat(payout.decision().chainSays()).contains("not seen");
    }

    @Test
    void money_is_released_only_if_the_chain_calls_the_payment_dead() {
        payout.chainSays(UNSEEN);
        assertThatThrownBy(() -> decide("release")).hasMessageContaining("it may still be sent and paid");
        payout.chainIsAway();
        assertThatThrownBy(() -> decide("release")).hasMessageContaining("open: away");
        assertThat(payout.state()).isEqualTo(PayoutState.REVIEW);

        payout.chainSays(DEAD);
        decide("release");
        assertThat(payout.state()).isEqualTo(PayoutState.RELEASED);
    }

    @Test
    void a_payment_is_confirmed_only_if_the_chain_calls_it_final() {
        payout.chainSays(new PaymentFate.Mined(7, 9, false));
        assertThatThrownBy(() -> decide("confirm")).hasMessageContaining("mined at height 7 with 9 confirmations");

        payout.chainSays(PAID);
        decide("confirm");
        assertThat(payout.state()).isEqualTo(PayoutState.CONFIRMED);
    }

    @Test
    void a_person_who_knows_better_can_force_it_and_the_chains_words_are_kept() {
        payout.chainIsAway();
        payout.decide(Map.of("payout", "42", "decision", "release", "actor", "eve", "reason", "why", "force", "true"));

        assertThat(payout.state()).isEqualTo(PayoutState.RELEASED);
        assertThat(payout.decision().chainSays()).isEqualTo("open: away");
    }

    @Test
    void what_was_never_signed_is_released_and_nothing_else() {
        payout.isReserved();
        for (String other : new String[] {"ask", "confirm", "review"}) {
            assertThatThrownBy(() -> decide(other)).hasMessageContaining("it can only be released");
        }
        decide("release");

        assertThat(payout.state()).isEqualTo(PayoutState.RELEASED);
        assertThat(payout.decision().actor()).isEqualTo("eve");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREPARED", "SENT"})
    void what_may_have_been_sent_goes_to_review_before_it_is_decided(PayoutState hanging) {
        payout.is(hanging);
        payout.chainSays(UNSEEN);
        for (String other : new String[] {"ask", "confirm", "release"}) {
            assertThatThrownBy(() -> decide(other)).hasMessageContaining("it can only be taken to review");
        }
        decide("review");

        assertThat(payout.state()).isEqualTo(PayoutState.REVIEW);
        assertThat(payout.decision().chainSays()).contains("not seen");
        assertThatThrownBy(() -> decide("review")).hasMessageContaining("in review already");
    }

    @Test
    void a_pool_that_is_being_paid_is_left_alone() {
        payout.isBusy();

        assertThatThrownBy(() -> decide("ask")).hasMessageContaining("try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout", "decision", "actor", "reason"})
    void every_parameter_must_be_there(String missing) {
        payout.chainSays(UNSEEN);
        Map<String, String> wish = new HashMap<>(wish("ask"));
        wish.remove(missing);

        assertThatThrownBy(() -> payout.decide(wish)).hasMessageContaining(missing);
        assertThat(payout.state()).isEqualTo(PayoutState.REVIEW);
    }

    @Test
    void a_payout_that_nobody_knows_is_named() {
        Map<String, String> wish = Map.of("payout", "43", "decision", "ask", "actor", "eve", "reason", "why");

        assertThatThrownBy(() -> payout.decide(wish)).hasMessage("no open pool has an open payout 43");
        assertThat(payout.decided()).isEqualTo(Optional.empty());
    }

    private String decide(String decision) {
        return payout.decide(wish(decision));
    }

    private static Map<String, String> wish(String decision) {
        return Map.of("payout", "42", "decision", decision, "actor", "eve", "reason", "looked at two nodes");
    }
}
