package org.motherlode.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Asset XMR = new Asset("XMR", 12);
    private static final Money ONE = Money.ofAtoms(1, XMR);

    @Test
    void money_never_goes_below_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.zero(XMR).minus(ONE));
        assertThat(ONE.minus(ONE).isZero()).isTrue();
    }

    @Test
    void assets_do_not_mix() {
        Money other = Money.ofAtoms(1, new Asset("XTM", 6));

        assertThatIllegalArgumentException().isThrownBy(() -> ONE.plus(other));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE.compareTo(other));
    }

    @Test
    void people_see_all_decimals() {
        assertThat(Money.ofAtoms(350_000_000_000L, XMR).display()).isEqualTo("0.350000000000 XMR");
    }

    @Test
    void a_fraction_is_rounded_down() {
        assertThat(new BasisPoints(60).of(Money.ofAtoms(599_999_999_999L, XMR)))
                .isEqualTo(Money.ofAtoms(3_599_999_999L, XMR));
        assertThat(new BasisPoints(9_999).of(ONE)).isEqualTo(Money.zero(XMR));
        assertThat(new BasisPoints(10_000).of(ONE)).isEqualTo(ONE);
    }

    @Test
    void a_fraction_is_at_most_the_whole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BasisPoints(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new BasisPoints(-1));
    }

    @Test
    void an_amount_that_people_write_is_read_to_the_atom() {
        assertThat(Money.ofCoins("0.350000000001", XMR)).contains(Money.ofAtoms(350_000_000_001L, XMR));
        assertThat(Money.ofCoins("00.10000000000000", XMR)).contains(Money.ofAtoms(100_000_000_000L, XMR));
        assertThat(Money.ofCoins("0", XMR)).contains(Money.zero(XMR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "1.",
                ".5",
                "-1",
                "+1",
                "1e3",
                "1,5",
                "0.0000000000001",
                "NaN",
                "Infinity",
                "0x10",
                "\u0661",
                "\uff11",
                "1\u0000",
                "1\n",
                "999999999999999999999"
            })
    void what_is_no_plain_amount_is_none(String text) {
        assertThat(Money.ofCoins(text, XMR)).isEmpty();
    }
}
