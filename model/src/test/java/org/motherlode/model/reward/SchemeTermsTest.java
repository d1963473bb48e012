package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

class SchemeTermsTest {
    /** Addresses begin with 4 and are written in capitals. */
    private static final AddressParser ADDRESSES = text -> text.startsWith("4")
            ? new AddressVerdict.Payable(new MinerAddress(text.toUpperCase(Locale.ROOT)))
            : new AddressVerdict.Refused("An address begins with 4.");

    @Test
    void without_settings_the_fee_is_one_percent_and_the_window_twice_the_difficulty() throws SettingException {
        assertThat(first("")).isEqualTo(SchemeTerms.pplns(1, new BasisPoints(100), 200, Unfilled.SCALE));
    }

    @Test
    void the_settings_of_a_pool_are_its_first_terms() throws SettingException {
        assertThat(first("fee.basis-points = 60; window.percent = 150; window.unfilled = carry"))
                .isEqualTo(SchemeTerms.pplns(1, new BasisPoints(60), 150, Unfilled.CARRY));
    }

    @Test
    void a_window_may_be_a_number_of_shares_and_the_finder_may_have_a_bonus() throws SettingException {
        SchemeTerms terms = first("scheme = pplns; window.shares = 10000; finder-bonus.basis-points = 250");

        assertThat(terms.scheme())
                .isEqualTo(new Pplns(new WindowLength.Shares(10_000), Unfilled.SCALE, new BasisPoints(250)));
    }

    @Test
    void a_pool_may_divide_round_by_round_or_leave_each_block_to_its_finder() throws SettingException {
        assertThat(first("scheme = prop").scheme()).isEqualTo(new Prop());
        assertThat(first("scheme = solo; fee.basis-points = 0"))
                .isEqualTo(new SchemeTerms(1, new BasisPoints(0), Optional.empty(), new Solo()));
    }

    @Test
    void a_donation_has_its_address_in_the_chains_spelling() throws SettingException {
        SchemeTerms terms = first("donation.basis-points = 50; donation.address = 4eve");

        assertThat(terms.donation()).contains(new Donation(new BasisPoints(50), new MinerAddress("4EVE")));
        assertThat(first("donation.basis-points = 0; donation.address = 4eve").donation())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window.unfilled = drop | window.unfilled must be scale or carry",
                "fee.basis-points = 1.5 | fee.basis-points must be a whole number from 0 to 10000, not '1.5'",
                "scheme = pps | scheme must be pplns, prop or solo, not 'pps'",
                "window.percent = 200; window.shares = 9 | window.shares must not be set beside window.percent: a window"
                        + " has one length",
                "window.shares = 0 | window.shares must be a whole number from 1 to 1000000, not '0'",
                "window.shares = 1000001 | window.shares must be a whole number from 1 to 1000000, not '1000001'",
                "scheme = prop; window.percent = 200 | window.percent must not be set where scheme is prop: only pplns"
                        + " has it",
                "scheme = prop; window.unfilled = carry | window.unfilled must not be set where scheme is prop: only"
                        + " pplns has it",
                "scheme = solo; window.shares = 9 | window.shares must not be set where scheme is solo: only pplns has it",
                "scheme = solo; finder-bonus.basis-points = 1 | finder-bonus.basis-points must not be set where scheme is"
                        + " solo: only pplns has it",
                "donation.basis-points = 1 | donation.address must be set where donation.basis-points is",
                "donation.address = 4eve | donation.basis-points must be set where donation.address is",
                "donation.basis-points = 1; donation.address = eve | donation.address must be an address that this pool"
                        + " can pay: An address begins with 4.",
                "donation.basis-points = 0; donation.address = eve | donation.address must be an address that this pool"
                        + " can pay: An address begins with 4.",
                "fee.basis-points = 9000; finder-bonus.basis-points = 600; donation.basis-points = 401;"
                        + " donation.address = 4 | fee.basis-points must be at most 10000 together with"
                        + " donation.basis-points and finder-bonus.basis-points, not 10001"
            })
    void a_setting_that_makes_no_sense_is_named(String settings, String sentence) {
        assertThatThrownBy(() -> first(settings))
                .isInstanceOf(SettingException.class)
                .hasMessage(sentence);
    }

    @Test
    void fee_donation_and_bonus_may_be_all_of_it() throws SettingException {
        SchemeTerms all = first("fee.basis-points = 9000; finder-bonus.basis-points = 600;"
                + " donation.basis-points = 400; donation.address = 4");

        assertThat(all.donation()).isPresent();
        assertThatThrownBy(() -> new SchemeTerms(2, new BasisPoints(9001), all.donation(), all.scheme()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10001");
    }

    @Test
    void a_window_is_never_empty() {
        WindowLength.Percent length = new WindowLength.Percent(1);

        assertThat(length.size(Difficulty.of(99))).isOne();
        assertThat(length.size(Difficulty.of(250))).isEqualTo(2);
    }

    private static SchemeTerms first(String settings) throws SettingException {
        return SchemeTerms.first(Settings.parse(settings), ADDRESSES);
    }
}
