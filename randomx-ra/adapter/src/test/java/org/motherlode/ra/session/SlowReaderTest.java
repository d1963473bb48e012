package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;

/** A miner that does not read for a while misses nothing that matters and is not flooded afterwards. */
class SlowReaderTest {
    private static final long TARGET_MILLIS = 1_000;
    private static final long SILENCE_MILLIS = 6 * TARGET_MILLIS;

    @TempDir
    Path folder;

    private SessionStage stage;
    private ListedWire wire;
    private Session session;

    @BeforeEach
    void logIn() throws Exception {
        String settings = "vardiff.min = 1; vardiff.target-millis = " + TARGET_MILLIS;
        stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), settings);
        wire = stage.wire;
        session = stage.session;
        stage.say("1 login miner1 x");
        assertThat(wire.takeLines()).singleElement().asString().startsWith("1 in 5e55 5e551 ");
    }

    @Test
    void a_difficulty_that_changes_meanwhile_is_told_as_soon_as_it_reads_again() {
        wire.keepsUp = false;
        silence();
        assertThat(wire.takeLines()).isEmpty();
        wire.keepsUp = true;
        session.newWork();

        assertThat(wire.takeLines())
                .singleElement()
                .asString()
                .startsWith("- job ")
                .endsWith(" 512 same");
        session.newWork();
        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void several_changes_and_templates_become_one_job() {
        wire.keepsUp = false;
        silence();
        stage.board.publish(PlainTemplate.at(11));
        session.newWork();
        silence();
        stage.board.publish(PlainTemplate.at(12));
        session.newWork();
        wire.keepsUp = true;
        session.newWork();

        assertThat(wire.takeLines()).singleElement().asString().endsWith(" 64 clean");
        session.newWork();
        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void a_job_that_it_asked_for_tells_the_change_too() {
        wire.keepsUp = false;
        silence();
        wire.keepsUp = true;
        stage.say("2 getjob 5e55");
        assertThat(wire.takeLines()).singleElement().asString().endsWith(" 512 same");
        session.newWork();

        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void a_share_of_the_job_that_it_had_before_is_judged_by_the_difficulty_of_that_job() {
        wire.keepsUp = false;
        silence();
        wire.keepsUp = true;
        session.newWork();
        stage.say("3 submit 5e55 5e551 00000000");

        assertThat(stage.claims)
                .singleElement()
                .satisfies(claim -> assertThat(claim.job().difficulty()).isEqualTo(Difficulty.of(4_096)));
    }

    /** Long enough that the difficulty falls to an eighth. */
    private void silence() {
        stage.now += SILENCE_MILLIS;
        session.tick();
    }
}
