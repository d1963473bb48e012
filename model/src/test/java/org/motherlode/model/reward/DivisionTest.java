package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;

class DivisionTest {
    private static final BigInteger LARGEST = BigInteger.TEN.pow(37);

    @Provide
    Arbitrary<BigInteger> wholes() {
        return Arbitraries.bigIntegers().between(BigInteger.ZERO, LARGEST);
    }

    @Provide
    Arbitrary<Map<String, BigInteger>> weights() {
        Arbitrary<String> owners =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(3);
        Arbitrary<BigInteger> weights = Arbitraries.bigIntegers().between(BigInteger.ONE, LARGEST);
        return Arbitraries.maps(owners, weights).ofMinSize(1).ofMaxSize(40);
    }

    @Property(seed = "20260301")
    void parts_sum_to_the_whole_and_none_is_a_unit_off(
            @ForAll("wholes") BigInteger whole, @ForAll("weights") Map<String, BigInteger> weights) {
        Map<String, BigInteger> parts = LargestRemainder.divide(whole, weights);
        BigInteger total = sum(weights);

        assertThat(sum(parts)).isEqualTo(whole);
        assertThat(parts).allSatisfy((owner, part) -> {
            BigInteger floor = whole.multiply(weights.get(owner)).divide(total);
            assertThat(part.subtract(floor)).isBetween(BigInteger.ZERO, BigInteger.ONE);
        });
    }

    @Property(seed = "20260301")
    void the_order_of_owners_does_not_matter(
            @ForAll("wholes") BigInteger whole, @ForAll("weights") Map<String, BigInteger> weights) {
        List<String> owners = new ArrayList<>(weights.keySet());
        Collections.reverse(owners);
        Map<String, BigInteger> reversed = new LinkedHashMap<>();
        owners.forEach(owner -> reversed.put(owner, weights.get(owner)));

        assertThat(LargestRemainder.divide(whole, reversed)).isEqualTo(LargestRemainder.divide(whole, weights));
    }

    @Property(seed = "20260301")
    void fee_credits_and_carry_sum_to_the_reward(
            @ForAll("wholes") BigInteger reward,
            @ForAll("weights") Map<String, BigInteger> weights,
            @ForAll @IntRange(max = 10_000) int fee,
            @ForAll Unfilled unfilled) {
        Window window = Window.ofSums(weights, sum(weights).add(LARGEST));
        SchemeTerms terms = new SchemeTerms(1, new BasisPoints(fee), 200, unfilled);
        Allotment allotment = Allotment.of(new Money(reward, Vector.ASSET), window, terms);

        assertThat(allotment.fee().atoms().add(allotment.carry().atoms()).add(sum(allotment.credits())))
                .isEqualTo(reward);
    }

    private static BigInteger sum(Map<String, BigInteger> parts) {
        return parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
