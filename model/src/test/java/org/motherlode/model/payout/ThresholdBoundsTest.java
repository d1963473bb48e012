package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

class ThresholdBoundsTest {
    private static final Asset XMR = new Asset("XMR", 12);
    private static final Money POOLS = xmr("0.1");

    @Test
    void without_a_setting_a_miner_may_wait_for_ten_times_the_pools_threshold() throws SettingException {
        assertThat(bounds("").most()).isEqualTo(xmr("1"));
    }

    @Test
    void the_bounds_themselves_are_allowed_and_an_atom_beyond_is_not() throws SettingException {
        ThresholdBounds bounds = bounds("payout.highest-threshold = 2.5");

        assertThat(bounds.allow(xmr("0.1"))).isTrue();
        assertThat(bounds.allow(xmr("0.099999999999"))).isFalse();
        assertThat(bounds.allow(xmr("2.5"))).isTrue();
        assertThat(bounds.allow(xmr("2.500000000001"))).isFalse();
    }

    @Test
    void a_threshold_of_former_days_is_held_to_the_bounds_of_today() throws SettingException {
        ThresholdBounds bounds = bounds("payout.highest-threshold = 2.5");

        assertThat(bounds.within(xmr("0.01"))).isEqualTo(xmr("0.1"));
        assertThat(bounds.within(xmr("0.7"))).isEqualTo(xmr("0.7"));
        assertThat(bounds.within(xmr("100"))).isEqualTo(xmr("2.5"));
    }

    @Test
    void the_pools_own_threshold_is_always_allowed() throws SettingException {
        ThresholdBounds bounds = bounds("payout.highest-threshold = 0.05");

        assertThat(bounds.least()).isEqualTo(POOLS);
        assertThat(bounds.most()).isEqualTo(POOLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0000000000001", "much"})
    void a_setting_that_is_no_amount_is_named(String text) {
        assertThatThrownBy(() -> bounds("payout.highest-threshold = " + text))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("payout.highest-threshold must be an amount above zero")
                .hasMessageContaining(text);
    }

    private static ThresholdBounds bounds(String settings) throws SettingException {
        return ThresholdBounds.of(Settings.parse(settings), POOLS);
    }

    private static Money xmr(String coins) {
        return Money.ofCoins(coins, XMR).orElseThrow();
    }
}
