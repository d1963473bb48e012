package org.motherlode.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

class TermsTextTest {
    private static final SchemeTerms TERMS = SchemeTerms.pplns(3, new BasisPoints(137), 200, Unfilled.CARRY);

    @Test
    void what_was_written_is_read() {
        assertThat(TermsText.of(TERMS))
                .hasToString("{version=3, scheme=PPLNS, fee_basis_points=137, window_percent=200, unfilled=CARRY,"
                        + " finder_bonus_basis_points=0}");
        assertThat(TermsText.read(TermsText.of(TERMS))).isEqualTo(TERMS);
    }

    @Test
    void terms_of_every_scheme_are_written_and_read() {
        Donation gift = new Donation(new BasisPoints(50), new MinerAddress("4gift"));
        Pplns shares = new Pplns(new WindowLength.Shares(1000), Unfilled.SCALE, new BasisPoints(250));
        for (Scheme scheme : List.of(shares, new Prop(), new Solo())) {
            SchemeTerms terms = new SchemeTerms(3, new BasisPoints(137), Optional.of(gift), scheme);
            assertThat(TermsText.read(TermsText.of(terms))).isEqualTo(terms);
        }
        assertThat(TermsText.of(new SchemeTerms(3, new BasisPoints(137), Optional.of(gift), shares)))
                .hasToString("{version=3, scheme=PPLNS, fee_basis_points=137, window_shares=1000, unfilled=SCALE,"
                        + " finder_bonus_basis_points=250, donation_basis_points=50, donation_address=4gift}");
        assertThat(TermsText.of(new SchemeTerms(1, new BasisPoints(0), Optional.empty(), new Solo())))
                .hasToString("{version=1, scheme=SOLO, fee_basis_points=0}");
    }

    @Test
    void what_a_scheme_does_not_have_is_refused() {
        Map<String, String> both = new HashMap<>(TermsText.of(TERMS));
        both.put("window_shares", "5");
        assertThatThrownBy(() -> TermsText.read(both))
                .hasMessage(
                        "the terms of PPLNS have [window_percent], which this version of the program does not know");

        Map<String, String> prop = new HashMap<>(TermsText.of(TERMS));
        prop.put("scheme", "PROP");
        assertThatThrownBy(() -> TermsText.read(prop)).hasMessageStartingWith("the terms of PROP have [finder_bonus");

        Map<String, String> nobody = new HashMap<>(TermsText.of(TERMS));
        nobody.put("donation_basis_points", "50");
        assertThatThrownBy(() -> TermsText.read(nobody)).hasMessage("the terms have no donation_address");

        Map<String, String> pps = new HashMap<>(TermsText.of(TERMS));
        pps.put("scheme", "PPS");
        assertThatThrownBy(() -> TermsText.read(pps)).hasMessage("terms.scheme must be PPLNS, PROP or SOLO, not 'PPS'");
    }

    @Test
    void what_might_change_the_division_and_is_not_understood_is_refused() {
        Map<String, String> more = new HashMap<>(TermsText.of(TERMS));
        more.put("finder_basis_points", "5");
        assertThatThrownBy(() -> TermsText.read(more))
                .hasMessage(
                        "the terms of PPLNS have [finder_basis_points], which this version of the program does not know");

        Map<String, String> less = new HashMap<>(TermsText.of(TERMS));
        less.remove("unfilled");
        assertThatThrownBy(() -> TermsText.read(less)).hasMessage("the terms have no unfilled");

        Map<String, String> wrong = new HashMap<>(TermsText.of(TERMS));
        wrong.put("fee_basis_points", "1e3");
        assertThatThrownBy(() -> TermsText.read(wrong))
                .hasMessage("terms.fee_basis_points must be a whole number, not '1e3'");
    }
}
