package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

class SchemeTermsTest {
    @Test
    void without_settings_the_fee_is_one_percent_and_the_window_twice_the_difficulty() throws SettingException {
        SchemeTerms terms = SchemeTerms.first(Settings.parse(""));

        assertThat(terms).isEqualTo(new SchemeTerms(1, new BasisPoints(100), 200, Unfilled.SCALE));
    }

    @Test
    void the_settings_of_a_pool_are_its_first_terms() throws SettingException {
        Settings settings = Settings.parse("fee.basis-points = 60; window.percent = 150; window.unfilled = carry");

        assertThat(SchemeTerms.first(settings)).isEqualTo(new SchemeTerms(1, new BasisPoints(60), 150, Unfilled.CARRY));
    }

    @Test
    void a_setting_that_makes_no_sense_is_named() {
        assertThatThrownBy(() -> SchemeTerms.first(Settings.parse("window.unfilled = drop")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("window.unfilled");
        assertThatThrownBy(() -> SchemeTerms.first(Settings.parse("fee.basis-points = 1.5")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("fee.basis-points");
    }

    @Test
    void a_window_is_never_empty() {
        SchemeTerms terms = new SchemeTerms(1, new BasisPoints(0), 1, Unfilled.SCALE);

        assertThat(terms.windowSize(Difficulty.of(99))).isOne();
        assertThat(terms.windowSize(Difficulty.of(250))).isEqualTo(2);
    }
}
