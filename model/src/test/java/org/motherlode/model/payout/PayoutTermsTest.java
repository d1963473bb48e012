package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

class PayoutTermsTest {
    private static final Asset XMR = new Asset("XMR", 12);

    @Test
    void a_threshold_in_coins_is_read_to_the_atom() throws SettingException {
        assertThat(threshold("0.000000000001")).isOne();
        assertThat(threshold("0.350000000000")).isEqualTo(350_000_000_000L);
        assertThat(threshold("20")).isEqualTo(20_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0000000000001", "1e3", "1,5", ".5", "much"})
    void a_threshold_that_is_no_amount_is_named(String text) {
        assertThatThrownBy(() -> threshold(text))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("payout.threshold")
                .hasMessageContaining(text);
    }

    @Test
    void the_networks_fee_is_bounded_also_where_no_bound_is_set() throws SettingException {
        assertThat(PayoutTerms.first(Settings.parse(""), XMR).mostFee().value()).isEqualTo(500);
        assertThatThrownBy(() -> PayoutTerms.first(Settings.parse("payout.network-fee-basis-points = 0"), XMR))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("payout.network-fee-basis-points");
    }

    @Test
    void without_its_keys_nothing_is_bound() throws SettingException {
        assertThat(PayoutTerms.first(Settings.parse(""), XMR).limits()).isEqualTo(PayoutLimits.NONE);
    }

    @Test
    void each_bound_is_read_to_the_atom() throws SettingException {
        Settings settings =
                Settings.parse("payout.most-per-payout = 3; payout.most-per-day = 0.5; payout.release-above = 2");

        PayoutLimits limits = PayoutTerms.first(settings, XMR).limits();

        assertThat(limits.mostPerPayout().orElseThrow().atoms()).isEqualTo(3_000_000_000_000L);
        assertThat(limits.mostPerDay().orElseThrow().atoms()).isEqualTo(500_000_000_000L);
        assertThat(limits.releaseAbove().orElseThrow().atoms()).isEqualTo(2_000_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout.most-per-payout", "payout.most-per-day", "payout.release-above"})
    void a_bound_that_is_no_amount_is_named(String key) {
        assertThatThrownBy(() -> PayoutTerms.first(Settings.parse(key + " = 0.0"), XMR))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(key + " must be an amount above zero")
                .hasMessageContaining("'0.0'");
    }

    private static BigInteger threshold(String text) throws SettingException {
        return PayoutTerms.first(Settings.parse("payout.threshold = " + text), XMR)
                .threshold()
                .atoms();
    }
}
