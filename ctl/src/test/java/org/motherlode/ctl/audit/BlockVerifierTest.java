package org.motherlode.ctl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On block.json, which block.py beside it made without anything of ours. */
class BlockVerifierTest {
    private static final String ALL_HOLDS = "All of it holds.";
    private static final Paper BLOCK = block();

    @Test
    void a_block_that_somebody_else_divided_holds() {
        assertThat(BLOCK.wrong()).isEmpty();
        assertThat(BLOCK.told())
                .startsWith("Block 3000000 of pool ducros on ducros, ab12, is MATURE; its division is MATURE")
                .contains("holds  the carry is 1275040000000000000001", "holds  the owners are in order, each once")
                .endsWith(ALL_HOLDS);
    }

    @Test
    void a_miner_is_told_his_line() {
        assertThat(BLOCK.told(Optional.of("4bob"), Optional.empty()))
                .contains("holds  4bob is number 2 of 5, with a weight of 1000000000000000000000001, and got"
                        + " 318760000000000000000 atoms, 318.760000000000000000 DUC");
        assertThat(BLOCK.told(Optional.of("4nobody"), Optional.empty()))
                .contains("WRONG  4nobody has no line")
                .endsWith("Not all of it holds.");
    }

    /** What is changed by somebody who writes the fingerprint anew is found by what it breaks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/lines/1/credit | 318760000000000000001 | wrong credits: 4bob should have 318760000000000000000",
                "/lines/1/weight | 1000000000000000000000002 | the digest of the weights is",
                "/lines/2/remainder | 1 | wrong remainders: 4eve should have 38569960000000000000000 and has 1",
                "/lines/0/owner | 4zoe | not behind the owner before, as they should: 4bob",
                "/terms/fee_basis_points | 138 | the pool's fee, 138 basis points of it, should be 69000000000000000000",
                "/terms/window_percent | 151 | the window's size, 151 % of the network's difficulty",
                "/terms/unfilled | SCALE | the carry should be 0, and the bundle says 1275040000000000000001",
                "/terms/unfilled | DROP | unreadable: terms.unfilled must be SCALE or CARRY, not 'DROP'",
                "/window/size | 15000000000000000000000011 | the window's size",
                "/window/filled | 11000000000000000000000021 | what fills the window, the sum of the weights, should be",
                "/window/weight | 11000000000000000000000021 | the sum of the weights should be",
                "/window/unit | SHARES | the window should be measured in WORK, and the bundle says SHARES",
                "/window/unit | MINERS | unreadable: window.unit must be WORK or SHARES, not 'MINERS'",
                "/terms/scheme | PROP | unreadable: the terms of PROP have [finder_bonus_basis_points, unfilled,",
                "/terms/finder_bonus_basis_points | 251 | the finder's bonus should be 123090400000000000000",
                "/terms/donation_basis_points | 56 | the donation should be 28000000000000000000",
                "/terms/donation_basis_points | 9999 | unreadable: fee, donation and finder's bonus must be at most",
                "/terms/donation_address | 4zoe | 4zoe should have 27500000000000000000 and has no line",
                "/block/finder | 4bob | wrong credits: 4amy should have 2231320000000000000000",
                "/division/donation | 27500000000000000001 | the donation should be 27500000000000000000",
                "/division/bonus | 0 | the finder's bonus should be 122600000000000000000",
                "/lines/3/owner | 4gifu | 4gift should have 27500000000000000000 and has no line",
                "/lines/3/weight | 1 | the sum of the weights should be",
                "/window/owners | 6 | the number of owners should be 5, and the bundle says 6",
                "/window/weights_sha256 | 00 | the digest of the weights is",
                "/window/oldest/counted | 0 | of the oldest share 0 cannot count",
                "/division/reward | 5000000000000000000002 | the reward that was divided, the final one, should be",
                "/division/fee | 68500000000000000001 | the pool's fee",
                "/division/carry | 1275040000000000000002 | the carry should be 1275040000000000000001",
                "/division/shared | 1 | what the owners share, without fee, donation, bonus and carry, should be",
                "/block/final_reward | 1 | the reward that was divided, the final one, should be 1",
                "/block/difficulty | 10000000000000000000000009 | the window's size",
                "/merkle_root | 00 | the Merkle root of the lines is",
                "/format | motherlode-block-audit/2 | unreadable: the format must be motherlode-block-audit/1 or",
                "/lines/0/weight | 0 | the sum of the weights should be",
                "/lines/2/weight | 0 | unreadable: line 3: an owner has a weight or a credit above 0: 4eve",
                "/lines/0/weight | 7e24 | unreadable: line 1: weight must be a whole number, not '7e24'"
            })
    void a_change_is_named_though_its_fingerprint_is_right(String place, String value, String words) {
        assertThat(BLOCK.with(place, value).sealed().wrong())
                .anySatisfy(line -> assertThat(line).contains(words));
    }

    @Property(seed = "20261122", tries = 600)
    void no_letter_of_any_value_can_be_changed(@ForAll int place, @ForAll int letter, @ForAll char other) {
        List<String> places = BLOCK.places();
        String pointer = places.get(Math.floorMod(place, places.size()));
        StringBuilder value = new StringBuilder(BLOCK.at(pointer));
        int at = Math.floorMod(letter, value.length());
        char changed = value.charAt(at) == other ? '0' : other;
        value.setCharAt(at, changed == value.charAt(at) ? '1' : changed);

        assertThat(BLOCK.with(pointer, value.toString()).wrong())
                .as("%s: %s instead of %s", pointer, value, BLOCK.at(pointer))
                .isNotEmpty();
    }

    @Property(seed = "20261123", tries = 300)
    void no_field_can_be_left_out(@ForAll int place) {
        List<String> places = BLOCK.places();
        String pointer = places.get(Math.floorMod(place, places.size()));

        assertThat(BLOCK.without(pointer).wrong()).as(pointer).isNotEmpty();
    }

    @Property(seed = "20261124", tries = 400)
    void a_file_that_breaks_off_or_goes_on_is_no_bundle(@ForAll int cut) {
        String text = BLOCK.json().toString();
        String less = text.substring(0, Math.floorMod(cut, text.length() - 1));

        assertThat(last(less)).startsWith("unreadable: ");
        assertThat(last(text + "{}")).startsWith("unreadable: ");
    }

    @Test
    void what_is_no_bundle_is_said() {
        assertThat(last("")).startsWith("unreadable: this is no whole JSON document");
        assertThat(last("[]")).isEqualTo("unreadable: this is no bundle: it does not end with a fingerprint");
        assertThat(last("{\"a\": 1}")).isEqualTo("unreadable: a must be text, as all values of a bundle");
        assertThat(last("{\"detail\": \"There is no such block.\", \"fingerprint\": \"ab\"}"))
                .isEqualTo("unreadable: the field format is missing");
        assertThat(BLOCK.plus("/behind", "it").wrong())
                .containsExactly("unreadable: the fingerprint must be the last field, and behind it is behind");
        assertThat(BLOCK.with("/block/hash", "\u001b[2J").wrong())
                .containsExactly(
                        "unreadable: block.hash must have at most 500 letters, and none that steers a terminal");
        assertThat(last("{\"a\\u0007\": \"b\"}"))
                .isEqualTo("unreadable: this is no bundle: a field's name has 1 to 40 of a-z, 0-9 and _");
        String twice = BLOCK.json().toString().replaceFirst("\"pool\":", "\"pool\":\"other\",\"pool\":");
        assertThat(last(twice)).isEqualTo("unreadable: the field pool is there twice");
    }

    private static String last(String text) {
        List<String> told = Paper.told(text, Optional.empty(), Optional.empty());
        return told.get(told.size() - 1);
    }

    static Paper block() {
        try (InputStream in = Objects.requireNonNull(BlockVerifierTest.class.getResourceAsStream("block.json"))) {
            return Paper.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
