package org.motherlode.ctl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.audit.Divided.Mined;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;

/** Blocks of any window, any amounts, any terms. */
class RandomBlocksTest {
    private static final SchemeTerms TERMS = SchemeTerms.pplns(1, new BasisPoints(100), 200, Unfilled.SCALE);
    private static final BigInteger REWARD = new BigInteger("600000000007");

    @Property(seed = "20261122", tries = 300)
    void a_block_holds_by_itself_and_by_its_shares_and_line_by_line(@ForAll long seed) {
        Random random = new Random(seed);
        Mined mined = mined(random);
        Divided divided = Divided.of(mined, terms(random), Optional.of(amount(random)));

        assertThat(divided.whole().told(Optional.empty(), Optional.of(Divided.csv(mined))))
                .endsWith("All of it holds.");
        for (int index = 0; index < divided.lines().size(); index++) {
            String owner = divided.lines().get(index).owner();
            assertThat(divided.line(index).told(Optional.of(owner), Optional.empty()))
                    .endsWith("All of it holds.");
        }
    }

    /** Who changes a number and writes fingerprint and root anew is found by what the numbers say of each other. */
    @Property(seed = "20261123", tries = 400)
    void no_number_can_be_changed_by_one_though_it_is_sealed_again(@ForAll long seed) {
        Random random = new Random(seed);
        Mined mined = mined(random);
        Paper block =
                Divided.of(mined, terms(random), Optional.of(amount(random))).whole();
        List<String> numbers = block.places().stream()
                .filter(
                        place -> place.matches(
                                "/(lines/[0-9]+/(weight|credit|remainder)|window/(size|filled|weight|owners)"
                                        + "|division/(reward|fee|donation|bonus|carry|shared)|block/expected_reward|terms/window_shares)"))
                .toList();
        String place = numbers.get(random.nextInt(numbers.size()));
        String more = new BigInteger(block.at(place)).add(BigInteger.ONE).toString();

        // How many shares there were, only the shares tell.
        Optional<String> shares = place.equals("/window/filled") ? Optional.of(Divided.csv(mined)) : Optional.empty();
        assertThat(block.with(place, more).sealed().told(Optional.empty(), shares))
                .as(place)
                .contains("Not all of it holds.");
    }

    @Property(seed = "20261124", tries = 400)
    void no_letter_of_a_line_s_proof_can_be_changed(@ForAll long seed) {
        Random random = new Random(seed);
        Divided divided = Divided.of(mined(random), terms(random), Optional.of(amount(random)));
        Paper line = divided.line(random.nextInt(divided.lines().size()));
        List<String> places = line.places();
        String place = places.get(random.nextInt(places.size()));
        StringBuilder value = new StringBuilder(line.at(place));
        int at = random.nextInt(value.length());
        value.setCharAt(at, value.charAt(at) == '3' ? '4' : '3');

        assertThat(line.with(place, value.toString()).wrong()).as(place).isNotEmpty();
        if (place.matches(
                "/(line/.*|path/.*|index|merkle_root|division/(fee|donation|bonus|shared)|window/(size|unit))")) {
            assertThat(line.with(place, value.toString()).sealed().wrong())
                    .as(place)
                    .isNotEmpty();
        }
    }

    @Test
    void a_window_without_shares_carries_all_of_the_net() {
        Divided divided = Divided.of(new Mined(List.of(), List.of(), BigInteger.TEN), TERMS, Optional.of(REWARD));

        assertThat(divided.whole().told())
                .contains(
                        "holds  the window has no share, and none is named",
                        "holds  the carry is 594000000007",
                        "holds  the Merkle root of the lines is"
                                + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .endsWith("All of it holds.");
    }

    @Test
    void where_no_reward_is_known_nothing_is_divided() {
        Mined mined = new Mined(List.of("4amy"), List.of(BigInteger.ONE), BigInteger.TEN);
        Paper block = Divided.of(mined, TERMS, Optional.empty()).whole();

        assertThat(block.told())
                .contains("holds  no reward is known yet, and none was divided")
                .endsWith("All of it holds.");
        assertThat(block.with("/lines/0/credit", "1").sealed().wrong())
                .contains("WRONG  wrong credits: 4amy should have 0 and has 1");
    }

    static Mined mined(Random random) {
        List<String> miners = new ArrayList<>();
        List<BigInteger> difficulties = new ArrayList<>();
        int shares = 1 + random.nextInt(40);
        for (int share = 0; share < shares; share++) {
            miners.add("4" + (char) ('a' + random.nextInt(9)));
            difficulties.add(amount(random));
        }
        return new Mined(miners, difficulties, amount(random));
    }

    /** Of any scheme; fee, donation and bonus are the whole at most. */
    static SchemeTerms terms(Random random) {
        int donation = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3000);
        String to = random.nextBoolean() ? "4c" : "4gift";
        Optional<Donation> gift = Optional.of(to)
                .filter(any -> donation > 0)
                .map(address -> new Donation(new BasisPoints(donation), new MinerAddress(address)));
        return new SchemeTerms(1 + random.nextInt(9), new BasisPoints(random.nextInt(4001)), gift, scheme(random));
    }

    private static Scheme scheme(Random random) {
        Unfilled unfilled = random.nextBoolean() ? Unfilled.SCALE : Unfilled.CARRY;
        BasisPoints bonus = new BasisPoints(random.nextInt(3) == 0 ? 0 : random.nextInt(3000));
        return switch (random.nextInt(5)) {
            case 0 -> new Prop();
            case 1 -> new Solo();
            case 2 -> new Pplns(new WindowLength.Shares(1 + random.nextInt(50)), unfilled, bonus);
            default -> new Pplns(new WindowLength.Percent(1 + random.nextInt(1000)), unfilled, bonus);
        };
    }

    /** From 1 to far beyond 2^63. */
    private static BigInteger amount(Random random) {
        return new BigInteger(1 + random.nextInt(100), random).add(BigInteger.ONE);
    }
}
