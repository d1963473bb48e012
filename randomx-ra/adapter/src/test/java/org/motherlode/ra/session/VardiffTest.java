package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

class VardiffTest {
    private static final long TARGET = 10_000;

    @Test
    void a_steady_miner_of_a_thousand_hashes_a_second_ends_at_ten_thousand() throws Exception {
        Vardiff vardiff = new Vardiff(settings(""), Difficulty.of(100), 0);
        long now = 0;
        for (int share = 0; share < 200; share++) {
            // A thousand hashes per second find a share of difficulty d in d milliseconds.
            now += vardiff.current().value().longValueExact();
            vardiff.accepted(vardiff.current(), now);
        }

        assertThat(vardiff.current().value().longValueExact()).isBetween(7_500L, 12_500L);
    }

    @Test
    void what_is_right_stays() throws Exception {
        Vardiff vardiff = new Vardiff(settings(""), Difficulty.of(1_000), 0);
        for (int share = 1; share <= 100; share++) {
            assertThat(vardiff.accepted(Difficulty.of(1_000), share * TARGET)).isFalse();
        }
    }

    @Test
    void a_miner_that_finds_nothing_gets_easier_work_but_never_below_the_least() throws Exception {
        Vardiff vardiff = new Vardiff(settings("vardiff.min = 10"), Difficulty.of(1_000), 0);
        assertThat(vardiff.look(6 * TARGET - 1)).isFalse();
        assertThat(vardiff.look(6 * TARGET)).isTrue();
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(250));
        for (int i = 2; i < 10; i++) {
            vardiff.look(i * 6L * TARGET);
        }

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(10));
    }

    @Test
    void one_step_up_is_eightfold_at_most_and_ends_at_the_most() throws Exception {
        Vardiff vardiff = new Vardiff(settings("vardiff.max = 10000"), Difficulty.of(1_000), 0);
        for (int share = 0; share < 4; share++) {
            vardiff.accepted(Difficulty.of(1_000), 1);
        }
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(8_000));
        for (int share = 0; share < 16; share++) {
            vardiff.accepted(Difficulty.of(8_000), 2);
        }

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(10_000));
    }

    @Test
    void without_a_least_a_hundredth_of_the_start_is_it_and_never_nothing() throws Exception {
        assertThat(settings("").least(Difficulty.of(5_000))).isEqualTo(Difficulty.of(50));
        assertThat(settings("").least(Difficulty.of(1))).isEqualTo(Difficulty.of(1));
    }

    @Test
    void a_difficulty_that_the_miner_chose_stays_within_the_pools_bounds() throws Exception {
        Vardiff vardiff = Vardiff.fixed(settings("vardiff.min = 50"), Difficulty.of(3), Difficulty.of(1_000));
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(50));
        vardiff.look(1_000 * TARGET);

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(50));
    }

    @Test
    void a_least_above_the_most_is_refused_by_name() {
        assertThatThrownBy(() -> settings("vardiff.min = 5; vardiff.max = 4"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("vardiff.min");
    }

    private static VardiffSettings settings(String text) throws SettingException {
        return VardiffSettings.of(Settings.parse(text));
    }
}
