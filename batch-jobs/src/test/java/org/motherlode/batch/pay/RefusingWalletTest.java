package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.batch.pay.ScriptedWallet.Mood;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PayoutState;

/** A wallet that refuses is asked less and less often, and one bad address does not keep the money from the others. */
class RefusingWalletTest {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private final House house = new House();

    @BeforeEach
    void two_miners_earned_something() {
        house.earn("amy", 500);
        house.earn("bob", 300);
        house.isPatient(INTERVAL, LONGEST);
    }

    @Test
    void a_wallet_that_refuses_for_a_day_makes_a_payout_an_hour_and_not_one_a_minute() {
        runs(Mood.PREPARE_REFUSED, Duration.ofDays(1));

        assertThat(house.rows.states()).hasSizeBetween(24, 32).allMatch(state -> state == PayoutState.RELEASED);
        assertThat(house.rows.payableAtoms().get(new MinerAddress("amy"))).isEqualTo(BigInteger.valueOf(500));
    }

    @Test
    void a_wallet_that_signs_again_pays_everybody_within_the_bound() {
        runs(Mood.PREPARE_REFUSED, Duration.ofDays(1));
        runs(Mood.WELL, LONGEST.multipliedBy(2));

        house.everyoneIsPaidOnce();
    }

    @Test
    void an_address_that_is_refused_for_ever_keeps_the_money_from_nobody_else() {
        house.earn("cid", 200);
        house.earn("dan", 100);
        house.wallet.dislikes(Set.of("bob"));
        runs(Mood.WELL, Duration.ofHours(6));

        assertThat(house.chain.paid())
                .containsOnlyKeys(new MinerAddress("amy"), new MinerAddress("cid"), new MinerAddress("dan"));
        assertThat(house.rows.states().stream()
                        .filter(state -> state == PayoutState.RELEASED)
                        .count())
                .isBetween(5L, 15L);
    }

    @Test
    void a_person_who_mended_something_need_not_wait() {
        runs(Mood.PREPARE_REFUSED, Duration.ofDays(1));
        house.isPatient(Duration.ZERO, Duration.ZERO);
        house.run();

        assertThat(house.rows.states()).contains(PayoutState.SENT);
    }

    private void runs(Mood mood, Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            house.run(mood);
            house.chain.mine();
            house.rows.later(INTERVAL);
        }
    }
}
