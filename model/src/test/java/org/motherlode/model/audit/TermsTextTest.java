package org.motherlode.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;

class TermsTextTest {
    private static final SchemeTerms TERMS = new SchemeTerms(3, new BasisPoints(137), 200, Unfilled.CARRY);

    @Test
    void what_was_written_is_read() {
        assertThat(TermsText.of(TERMS))
                .hasToString("{version=3, fee_basis_points=137, window_percent=200, unfilled=CARRY}");
        assertThat(TermsText.read(TermsText.of(TERMS))).isEqualTo(TERMS);
    }

    @Test
    void what_might_change_the_division_and_is_not_understood_is_refused() {
        Map<String, String> more = new HashMap<>(TermsText.of(TERMS));
        more.put("finder_basis_points", "5");
        assertThatThrownBy(() -> TermsText.read(more))
                .hasMessage("the terms have [finder_basis_points], which this version of the program does not know");

        Map<String, String> less = new HashMap<>(TermsText.of(TERMS));
        less.remove("unfilled");
        assertThatThrownBy(() -> TermsText.read(less)).hasMessage("the terms have no unfilled");

        Map<String, String> wrong = new HashMap<>(TermsText.of(TERMS));
        wrong.put("fee_basis_points", "1e3");
        assertThatThrownBy(() -> TermsText.read(wrong))
                .hasMessage("terms.fee_basis_points must be a whole number, not '1e3'");
    }
}
