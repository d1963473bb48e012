package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

class LateShareTest {
    /** A hash of zero: whatever the difficulty, it is claimed to be good enough. */
    private static final String BLOCK = " " + "00".repeat(32);

    @TempDir
    Path folder;

    @Test
    void a_share_for_the_block_before_counts_for_a_while_after_its_miner_was_told() throws Exception {
        SessionStage stage = stage("late.millis = 5000");
        stage.publish(PlainTemplate.at(11));
        stage.now += 4_999;
        stage.say("2 submit 5e55 5e551 00000000");
        assertThat(stage.claims).hasSize(1);
        stage.now += 1;
        stage.say("3 submit 5e55 5e551 00000001");

        assertThat(stage.claims).hasSize(1);
        assertThat(stage.wire.takeLines()).last().isEqualTo("3 no STALE");
        assertThat(stage.figures.total(Count.SHARES_STALE)).isEqualTo(1);
    }

    @Test
    void another_parent_of_the_same_height_makes_work_late_too_and_a_newer_template_does_not() throws Exception {
        SessionStage stage = stage("late.millis = 0");
        stage.publish(PlainTemplate.at(10));
        stage.say("2 submit 5e55 5e551 00000000");
        assertThat(stage.claims).hasSize(1);
        stage.publish(new PlainTemplate(10, "another parent", Difficulty.of(Long.MAX_VALUE)));
        stage.say("3 submit 5e55 5e551 00000001");

        assertThat(stage.wire.takeLines()).last().isEqualTo("3 no STALE");
    }

    @Test
    void only_so_many_blocks_back_count() throws Exception {
        SessionStage stage = stage("late.millis = 600000; late.heights = 2");
        stage.publish(PlainTemplate.at(11));
        stage.publish(PlainTemplate.at(12));
        stage.say("2 submit 5e55 5e551 00000000");
        assertThat(stage.claims).hasSize(1);
        stage.publish(PlainTemplate.at(13));
        stage.say("3 submit 5e55 5e551 00000001");
        stage.say("4 submit 5e55 5e552 00000001");

        assertThat(stage.claims).hasSize(2);
        assertThat(stage.wire.takeLines()).last().isEqualTo("3 no STALE");
    }

    @Test
    void work_that_the_miner_could_not_be_sent_makes_nothing_late() throws Exception {
        SessionStage stage = stage("late.millis = 0");
        stage.wire.keepsUp = false;
        stage.publish(PlainTemplate.at(11));
        stage.say("2 submit 5e55 5e551 00000000");

        assertThat(stage.claims).hasSize(1);
    }

    @Test
    void a_stale_block_is_looked_at_while_it_may_win_and_not_when_it_lies_deeper() throws Exception {
        SessionStage stage = stage("late.millis = 0");
        stage.publish(PlainTemplate.at(11));
        stage.say("2 submit 5e55 5e551 00000000" + BLOCK);
        assertThat(stage.claims).singleElement().satisfies(claim -> assertThat(claim.isBlock())
                .isTrue());
        stage.publish(PlainTemplate.at(12));
        stage.say("3 submit 5e55 5e551 00000001" + BLOCK);

        assertThat(stage.claims).hasSize(1);
        assertThat(stage.wire.takeLines()).last().isEqualTo("3 no STALE");
    }

    @Test
    void who_sends_more_than_can_be_looked_at_gets_harder_work_once_for_each_job() throws Exception {
        SessionStage stage = stage("");
        for (int i = 0; i < 12; i++) {
            stage.say("2 submit 5e55 5e551 0000000" + Integer.toHexString(i));
        }
        List<String> lines = stage.wire.takeLines();

        assertThat(stage.claims).hasSize(8);
        assertThat(lines).filteredOn(line -> line.equals("2 no THROTTLED")).hasSize(4);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("- job "))
                .singleElement()
                .asString()
                .endsWith(" 32768 same");
    }

    @Test
    void a_time_that_makes_no_sense_is_refused_by_name() {
        assertThatThrownBy(() -> LatePolicy.of(Settings.parse("late.millis = -1")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("late.millis");
    }

    private SessionStage stage(String settings) throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), settings);
        stage.say("1 login miner1 x");
        return stage;
    }
}
