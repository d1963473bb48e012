package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;

/** What each scheme makes of a reward, worked out by hand. */
class AllotmentTest {
    private static final Optional<Donation> HALF_A_PERCENT =
            Optional.of(new Donation(new BasisPoints(50), new MinerAddress("eve")));

    @Test
    void a_round_is_divided_by_difficulty_and_nothing_is_carried() {
        Window round = Window.ofRound("amy", weights("amy", 1, "bob", 2));

        Allotment allotment = divided(1000, round, terms(Optional.empty(), new Prop()));

        // 1000 - 10 = 990
        assertThat(allotment.fee()).isEqualTo(atoms(10));
        assertThat(allotment.credits()).isEqualTo(weights("amy", 330, "bob", 660));
        assertThat(allotment.carry()).isEqualTo(atoms(0));
    }

    @Test
    void the_finder_gets_all_of_a_block_of_his_own_but_fee_and_donation() {
        Allotment allotment = divided(1999, Window.ofFinder("amy"), terms(HALF_A_PERCENT, new Solo()));

        // fee 19.99, donation 9.995, both rounded down
        assertThat(allotment.fee()).isEqualTo(atoms(19));
        assertThat(allotment.donation()).isEqualTo(atoms(9));
        assertThat(allotment.credits()).isEqualTo(weights("amy", 1971, "eve", 9));
    }

    @Test
    void the_bonus_is_taken_of_the_net_and_the_rest_is_divided() {
        Window window = Window.ofWork("bob", weights("amy", 3, "bob", 1), BigInteger.valueOf(4));

        Allotment allotment = divided(10_007, window, bonus(terms(HALF_A_PERCENT, new Prop()), 250, Unfilled.SCALE));

        // fee 100, donation 50, net 9857, bonus 246, rest 9611: 7208.25 and 2402.75
        assertThat(allotment.bonus()).isEqualTo(atoms(246));
        assertThat(allotment.credits()).isEqualTo(weights("amy", 7208, "bob", 2403 + 246, "eve", 50));
    }

    @Test
    void a_finder_and_a_donation_without_a_share_in_the_window_are_credited() {
        Window window = Window.ofWork("zoe", weights("amy", 2), BigInteger.valueOf(4));

        Allotment allotment = divided(1000, window, bonus(terms(HALF_A_PERCENT, new Prop()), 1000, Unfilled.CARRY));

        // fee 10, donation 5, net 985, bonus 98, rest 887, half of it is there
        assertThat(allotment.credits()).isEqualTo(weights("amy", 443, "eve", 5, "zoe", 98));
        assertThat(allotment.carry()).isEqualTo(atoms(444));
    }

    @Test
    void a_donation_to_a_miner_is_added_to_his_part() {
        Optional<Donation> toAmy = Optional.of(new Donation(new BasisPoints(50), new MinerAddress("amy")));

        Allotment allotment = divided(1000, Window.ofRound("amy", weights("amy", 7)), terms(toAmy, new Prop()));

        assertThat(allotment.credits()).isEqualTo(weights("amy", 990));
        assertThat(allotment.donation()).isEqualTo(atoms(5));
    }

    @Test
    void what_a_window_of_shares_lacks_is_counted_in_shares_and_its_parts_weigh_by_difficulty() {
        Window window = Window.ofShares("amy", weights("amy", 900, "bob", 100), 3, 4);

        Allotment allotment = divided(1000, window, bonus(terms(Optional.empty(), new Prop()), 0, Unfilled.CARRY));

        // three quarters of 990, rounded down: 742; 667.8 and 74.2
        assertThat(allotment.credits()).isEqualTo(weights("amy", 668, "bob", 74));
        assertThat(allotment.carry()).isEqualTo(atoms(248));
    }

    @Test
    void without_a_share_the_finder_has_his_bonus_and_the_pool_carries_the_rest() {
        Window nothing = Window.ofRound("amy", Map.of());

        assertThat(divided(1000, nothing, bonus(terms(HALF_A_PERCENT, new Prop()), 1000, Unfilled.SCALE)))
                .isEqualTo(new Allotment(
                        atoms(1000), atoms(10), atoms(5), atoms(98), weights("amy", 98, "eve", 5), atoms(887)));
        assertThat(divided(1000, nothing, terms(Optional.empty(), new Prop())).carry())
                .isEqualTo(atoms(990));
    }

    @Test
    void a_window_is_not_more_than_full() {
        assertThatThrownBy(() -> Window.ofShares("amy", weights("amy", 1), 5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a window cannot be filled with 5 of 4");
    }

    private static SchemeTerms terms(Optional<Donation> donation, Scheme scheme) {
        return new SchemeTerms(1, new BasisPoints(100), donation, scheme);
    }

    private static SchemeTerms bonus(SchemeTerms terms, int basisPoints, Unfilled unfilled) {
        Pplns scheme = new Pplns(new WindowLength.Percent(200), unfilled, new BasisPoints(basisPoints));
        return new SchemeTerms(1, terms.fee(), terms.donation(), scheme);
    }

    private static Allotment divided(long reward, Window window, SchemeTerms terms) {
        return Allotment.of(atoms(reward), window, terms);
    }

    private static Money atoms(long atoms) {
        return Money.ofAtoms(atoms, Vector.ASSET);
    }

    private static SortedMap<String, BigInteger> weights(Object... pairs) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            weights.put((String) pairs[index], BigInteger.valueOf((int) pairs[index + 1]));
        }
        return weights;
    }
}
