package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

class VardiffTest {
    private static final long TARGET = 10_000;
    private static final long MINUTE = 60_000;
    private static final String TARGETS = "vardiff.target-millis = 10000; ";

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 10_000, 3_000_000_000L})
    void a_miner_of_a_thousand_hashes_a_second_ends_near_ten_thousand_wherever_it_began(long start) throws Exception {
        Vardiff vardiff = plain("vardiff.min = 1", start);
        Luck luck = new Luck(1_000);
        for (int share = 0; share < 100; share++) {
            luck.mine(vardiff);
        }
        long sum = 0;
        for (int share = 0; share < 400; share++) {
            luck.mine(vardiff);
            sum += vardiff.current().value().longValueExact();
        }

        assertThat(sum / 400).isBetween(8_000L, 12_000L);
    }

    @Test
    void luck_changes_little_and_once_a_minute_at_most() throws Exception {
        Vardiff vardiff = plain("", 10_000);
        Luck luck = new Luck(1_000);
        for (int share = 0; share < 1_000; share++) {
            luck.mine(vardiff);
        }

        assertThat(luck.changes).isLessThan(luck.now / MINUTE);
    }

    @Test
    void what_is_right_stays() throws Exception {
        Vardiff vardiff = plain("", 1_000);
        for (int share = 1; share <= 100; share++) {
            assertThat(vardiff.accepted(Difficulty.of(1_000), share * TARGET)).isFalse();
        }
    }

    @Test
    void a_miner_that_becomes_a_little_slower_waits_for_the_retarget() throws Exception {
        Vardiff vardiff = plain("vardiff.retarget-millis = 200000", 1_000);
        for (int share = 1; share * 16_000 < 200_000; share++) {
            assertThat(vardiff.accepted(Difficulty.of(1_000), share * 16_000L)).isFalse();
        }

        assertThat(vardiff.accepted(Difficulty.of(1_000), 208_000)).isTrue();
        assertThat(vardiff.current().value().longValueExact()).isBetween(550L, 700L);
    }

    @Test
    void a_miner_that_finds_nothing_gets_easier_work_but_never_below_the_least() throws Exception {
        Vardiff vardiff = plain("vardiff.min = 10", 1_000);
        assertThat(vardiff.look(6 * TARGET - 1)).isFalse();
        assertThat(vardiff.look(6 * TARGET)).isTrue();
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(125));
        assertThat(vardiff.look(6 * TARGET + 500)).isFalse();
        for (int i = 2; i < 10; i++) {
            vardiff.look(i * 6L * TARGET);
        }

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(10));
    }

    @Test
    void one_step_up_comes_at_once_is_eightfold_at_most_and_ends_at_the_most() throws Exception {
        Vardiff vardiff = plain("vardiff.max = 10000", 1_000);
        for (int share = 0; share < 3; share++) {
            assertThat(vardiff.accepted(Difficulty.of(1_000), 1)).isFalse();
        }
        assertThat(vardiff.accepted(Difficulty.of(1_000), 1)).isTrue();
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(8_000));
        vardiff.accepted(Difficulty.of(8_000), 2);

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(10_000));
    }

    @Test
    void shares_that_nobody_has_time_to_look_at_raise_it_once_for_each_job() throws Exception {
        Vardiff vardiff = plain("", 1_000);

        assertThat(vardiff.pressed(Difficulty.of(1_000), 1)).isTrue();
        assertThat(vardiff.pressed(Difficulty.of(1_000), 2)).isFalse();
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(8_000));
    }

    @Test
    void a_clock_that_stands_still_or_a_day_of_silence_break_nothing() throws Exception {
        Vardiff vardiff = plain("vardiff.min = 1", 1);
        for (int share = 0; share < 10_000; share++) {
            vardiff.accepted(vardiff.current(), 0);
        }
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(Long.MAX_VALUE));
        for (int day = 1; day < 100; day++) {
            vardiff.look(day * 86_400_000L);
        }

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(1));
    }

    @Test
    void without_a_least_a_hundredth_of_the_start_is_it_and_never_nothing() throws Exception {
        assertThat(settings("").least(Difficulty.of(5_000))).isEqualTo(Difficulty.of(50));
        assertThat(settings("").least(Difficulty.of(1))).isEqualTo(Difficulty.of(1));
    }

    @Test
    void a_difficulty_that_the_miner_chose_stays_within_the_pools_bounds() throws Exception {
        Vardiff vardiff = settings("vardiff.min = 50").vardiff(member("XMRig/6.26.0", 3), Difficulty.of(1_000), 0);
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(50));
        vardiff.look(1_000 * TARGET);

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(50));
    }

    @Test
    void a_fixed_difficulty_is_everybodys_whatever_they_wish() throws Exception {
        VardiffSettings settings = settings("vardiff.fixed = 700");

        assertThat(settings.vardiff(member("XMRig/6.26.0", 3), Difficulty.of(1_000), 0)
                        .current())
                .isEqualTo(Difficulty.of(700));
        assertThat(settings.vardiff(member("NiceHash/1.0.0", 0), Difficulty.of(1_000), 0)
                        .current())
                .isEqualTo(Difficulty.of(700));
    }

    @Test
    void nicehash_begins_and_stays_at_its_own_least_and_cannot_wish_itself_below() throws Exception {
        VardiffSettings settings = settings("vardiff.nicehash = 5000");
        Vardiff vardiff = settings.vardiff(member("NiceHash/1.0.0", 0), Difficulty.of(1_000), 0);
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(5_000));
        vardiff.look(1_000 * TARGET);

        assertThat(vardiff.current()).isEqualTo(Difficulty.of(5_000));
        assertThat(settings.vardiff(member("NiceHash/1.0.0", 7), Difficulty.of(1_000), 0)
                        .current())
                .isEqualTo(Difficulty.of(5_000));
        assertThat(settings("vardiff.max = 2000")
                        .vardiff(member("NiceHash/1.0.0", 0), Difficulty.of(1_000), 0)
                        .current())
                .isEqualTo(Difficulty.of(2_000));
    }

    @Test
    void many_machines_behind_a_proxy_are_wanted_to_answer_more_often() throws Exception {
        Vardiff vardiff = settings("vardiff.proxy-target-millis = 1000; vardiff.retarget-millis = 0")
                .vardiff(member("xmrig-proxy/6.26.0 (Linux x86_64)", 0), Difficulty.of(10_000), 0);
        for (int share = 1; share <= 50; share++) {
            vardiff.accepted(Difficulty.of(10_000), share * TARGET);
        }

        assertThat(vardiff.current().value().longValueExact()).isBetween(800L, 1_250L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vardiff.min = 5; vardiff.max = 4",
                "vardiff.retarget-ratio = 101",
                "vardiff.max-change = 1",
                "vardiff.warm-up-shares = 0",
                "vardiff.fixed = 0",
                "vardiff.nicehash = many"
            })
    void what_makes_no_sense_is_refused_by_name(String text) {
        assertThatThrownBy(() -> VardiffSettings.of(Settings.parse(text)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(text.substring(0, text.indexOf(' ')));
    }

    private static Vardiff plain(String text, long start) throws SettingException {
        return settings(text).vardiff(member("XMRig/6.26.0", 0), Difficulty.of(start), 0);
    }

    static VardiffSettings settings(String text) throws SettingException {
        return VardiffSettings.of(Settings.parse(TARGETS + text));
    }

    @Test
    void work_that_can_be_forged_for_less_is_not_given_unless_the_operator_says_so() throws Exception {
        Difficulty bound = Difficulty.of(100_000);

        assertThat(unforgeable("", 5_000, bound)).isEqualTo(100_000);
        assertThat(unforgeable("", 700_000, bound)).isEqualTo(700_000);
        assertThat(unforgeable("", 5_000, Difficulty.of(1))).isEqualTo(5_000);
        assertThat(unforgeable("vardiff.commitment-min = 20000", 5_000, bound)).isEqualTo(20_000);
        assertThat(unforgeable("vardiff.commitment-min = 20000", 5_000, Difficulty.of(1)))
                .isEqualTo(5_000);
        assertThat(unforgeable("vardiff.max = 30000", 5_000, bound)).isEqualTo(30_000);
    }

    private static long unforgeable(String settings, long wanted, Difficulty bound) throws Exception {
        return VardiffSettings.of(Settings.parse(settings))
                .unforgeable(Difficulty.of(wanted), bound)
                .value()
                .longValueExact();
    }

    /** {@code wish}: 0 for none. */
    static Member member(String agent, long wish) {
        Optional<Difficulty> fixed =
                Optional.of(wish).filter(value -> value > 0).map(Difficulty::of);
        return new Member(
                new PoolName("toy"),
                new MinerAddress("miner1"),
                WorkerName.of("rig"),
                agent,
                List.of(),
                fixed,
                WorkForm.Wish.HASHING);
    }
}
