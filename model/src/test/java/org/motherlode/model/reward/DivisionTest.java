package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.motherlode.model.chain.MinerAddress;
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

    @Provide
    Arbitrary<SchemeTerms> terms() {
        Arbitrary<Integer> parts = Arbitraries.integers().between(0, 10_000);
        Arbitrary<Optional<String>> owners = Arbitraries.of("a", "b", "c", "zz").optional();
        return Combinators.combine(Arbitraries.integers().between(0, 3), parts, parts, parts, owners)
                .as(Draft::new)
                .map(Draft::terms);
    }

    /** Terms whose parts may be more than the whole; they are cut to what is left of it. */
    private record Draft(int scheme, int fee, int donation, int bonus, Optional<String> to) {
        SchemeTerms terms() {
            BasisPoints donated = new BasisPoints(Math.min(donation, 10_000 - fee));
            Optional<Donation> gift = to.filter(address -> donated.value() > 0)
                    .map(address -> new Donation(donated, new MinerAddress(address)));
            int left = 10_000 - fee - gift.map(given -> given.part().value()).orElse(0);
            return new SchemeTerms(1, new BasisPoints(fee), gift, scheme(new BasisPoints(Math.min(bonus, left))));
        }

        private Scheme scheme(BasisPoints finders) {
            return switch (scheme) {
                case 0 -> new Prop();
                case 1 -> new Solo();
                case 2 -> new Pplns(new WindowLength.Percent(200), Unfilled.CARRY, finders);
                default -> new Pplns(new WindowLength.Percent(200), Unfilled.SCALE, finders);
            };
        }
    }

    @Property(seed = "20260301")
    void fee_credits_and_carry_sum_to_the_reward(
            @ForAll("wholes") BigInteger reward,
            @ForAll("weights") Map<String, BigInteger> weights,
            @ForAll("terms") SchemeTerms terms,
            @ForAll boolean full) {
        BigInteger size = full ? sum(weights) : sum(weights).add(LARGEST);
        Allotment allotment = Allotment.of(new Money(reward, Vector.ASSET), Window.ofWork("b", weights, size), terms);
        BigInteger finders = allotment.credits().getOrDefault("b", BigInteger.ZERO);

        assertThat(allotment.fee().atoms().add(allotment.carry().atoms()).add(sum(allotment.credits())))
                .isEqualTo(reward);
        assertThat(allotment.credits().values())
                .allSatisfy(atoms -> assertThat(atoms).isPositive());
        assertThat(finders).isGreaterThanOrEqualTo(allotment.bonus().atoms());
        terms.donation().ifPresent(gift -> assertThat(
                        allotment.credits().getOrDefault(gift.to().text(), BigInteger.ZERO))
                .isGreaterThanOrEqualTo(allotment.donation().atoms()));
        if (full || terms.scheme().unfilled() == Unfilled.SCALE) {
            assertThat(allotment.carry().atoms()).isZero();
        }
    }

    private static BigInteger sum(Map<String, BigInteger> parts) {
        return parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
