package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.batch.pay.ScriptedWallet.Mood;

/** The process dies at each place in turn, and again at each place of its next life. */
class EveryCutTest {
    @ParameterizedTest
    @EnumSource(Mood.class)
    void whoever_dies_where_everyone_is_paid_once(Mood mood) {
        int first = 0;
        while (diesAt(mood, List.of(first))) {
            int second = 0;
            while (diesAt(mood, List.of(first, second))) {
                second++;
            }
            first++;
        }
        assertThat(first).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void whoever_dies_where_a_conflict_never_pays_twice(Mood mood) {
        int place = 0;
        while (conflictsAfter(mood, place)) {
            place++;
        }
        assertThat(place).isPositive();
    }

    /** Gives whether the last of the lives came to its place before all was paid. */
    private static boolean diesAt(Mood mood, List<Integer> places) {
        House house = house();
        house.wallet.is(mood);
        boolean died = false;
        for (int place : places) {
            house.cuts.at(place);
            died = untilItDies(house);
        }
        house.heal();
        house.everyoneIsPaidOnce();
        return died;
    }

    private static boolean conflictsAfter(Mood mood, int place) {
        House house = house();
        house.wallet.is(mood);
        house.cuts.at(place);
        boolean died = untilItDies(house);
        house.chain.spendElsewhere(house.chain.freeOutput());
        house.heal();
        house.everyoneIsPaidOnce();
        return died;
    }

    private static boolean untilItDies(House house) {
        for (int run = 0; run < 6 && house.cuts.isAhead(); run++) {
            house.run();
            house.chain.mine();
        }
        boolean died = !house.cuts.isAhead();
        house.cuts.none();
        return died;
    }

    private static House house() {
        House house = new House();
        house.earn("amy", 500);
        house.earn("bob", 300);
        house.earn("alone-cid", 200);
        return house;
    }
}
