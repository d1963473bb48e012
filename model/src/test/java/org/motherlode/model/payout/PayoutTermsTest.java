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

    private static BigInteger threshold(String text) throws SettingException {
        return PayoutTerms.first(Settings.parse("payout.threshold = " + text), XMR)
                .threshold()
                .atoms();
    }
}
