package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.work.Difficulty;

/** A miner that wishes for a difficulty keeps it, unless its shares come much too fast. */
class WishedDifficultyTest {
    @Test
    void a_difficulty_that_the_miner_chose_is_kept_whatever_its_luck() throws Exception {
        Vardiff vardiff =
                VardiffTest.settings("").vardiff(VardiffTest.member("XMRig/6.26.0", 30_000), Difficulty.of(1_000), 0);
        Luck luck = new Luck(1_000);
        for (int share = 0; share < 1_000; share++) {
            luck.mine(vardiff);
        }

        assertThat(luck.changes).isZero();
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(30_000));
    }

    @Test
    void a_bot_that_chose_the_least_difficulty_is_given_harder_work_all_the_same() throws Exception {
        Vardiff vardiff = VardiffTest.settings("").vardiff(VardiffTest.member("bot", 1), Difficulty.of(1_000), 0);
        assertThat(vardiff.current()).isEqualTo(Difficulty.of(10));
        Luck luck = new Luck(2_500);
        int shares = 0;
        for (; luck.now < 60_000; shares++) {
            luck.mine(vardiff);
        }

        assertThat(shares).as("a minute of what would be 250 a second").isLessThan(60);
        assertThat(vardiff.current().value().longValueExact()).isGreaterThan(1_000L);
        assertThat(vardiff.pressed(vardiff.current(), luck.now)).isTrue();
    }
}
