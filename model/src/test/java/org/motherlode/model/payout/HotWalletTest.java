package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;

class HotWalletTest {
    private static final Asset COIN = new Asset("TST", 0);

    @ParameterizedTest
    @CsvSource({
        // total, what of it can be spent, owed, and what to send away where 50 is the most
        "120, 120,  30, 70",
        "120, 120,  80, 40",
        "120,  90,  30, 60",
        "120,  60,  30, 30",
        "120,  20,  30,  0",
        "120, 120, 120,  0",
        "120, 120, 200,  0",
        " 51,  51,   0,  1"
    })
    void what_is_above_the_bound_goes_and_what_is_owed_can_be_paid_at_once(
            long total, long spendable, long owed, long sent) {
        HotWallet wallet = wallet(50, total, spendable, owed);

        assertThat(wallet.isTooFull()).isTrue();
        assertThat(wallet.sweep()).isEqualTo(money(sent));
        assertThat(wallet.words().orElseThrow())
                .contains(
                        sent == 0 ? "send nothing to the cold wallet now" : "send " + sent + " TST to the cold wallet");
    }

    @Test
    void at_the_bound_nothing_is_told() {
        assertThat(wallet(50, 50, 50, 0).words()).isEmpty();
        assertThat(wallet(50, 50, 50, 0).sweep()).isEqualTo(money(0));
    }

    @Test
    void a_wallet_too_full_of_locked_money_is_told_too() {
        assertThat(wallet(50, 120, 0, 30).words())
                .contains(
                        "the wallet holds 120 TST, and wallet.hot-most is 50 TST: send nothing to the cold wallet now,"
                                + " for the miners are owed 30 TST and 0 TST can be spent");
    }

    private static HotWallet wallet(long most, long total, long spendable, long owed) {
        return new HotWallet(money(most), money(total), money(spendable), money(owed));
    }

    private static Money money(long atoms) {
        return Money.ofAtoms(atoms, COIN);
    }
}
