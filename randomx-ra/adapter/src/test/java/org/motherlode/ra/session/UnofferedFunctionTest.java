package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.ForkHasher;
import org.motherlode.ra.fixture.ForkTemplate;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;

/** A miner that said at its login that it computes SHA-256, and nothing else. */
class UnofferedFunctionTest {
    @TempDir
    Path folder;

    @Test
    void it_gets_no_job_that_it_cannot_do_before_it_is_sent_away_either() throws Exception {
        SessionStage stage = loggedIn();
        stage.board.publish(ForkTemplate.at(11, ForkHasher.ID));
        stage.say("3 getjob 5e55");

        assertThat(stage.wire.takeLines()).containsExactly("3 problem NO_WORK");
    }

    @Test
    void as_the_work_comes_it_is_sent_away() throws Exception {
        SessionStage stage = loggedIn();
        stage.publish(ForkTemplate.at(11, ForkHasher.ID));

        assertThat(stage.wire.takeLines()).containsExactly("null problem NO_WORK");
        assertThat(stage.wire.ended).isTrue();
    }

    @Test
    void work_that_it_can_do_is_as_hard_as_its_function_asks_for() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.verifier.bound = Difficulty.of(100_000);
        stage.say("1 login miner1 x");
        stage.publish(ForkTemplate.at(11, Sha256Hasher.ID));

        assertThat(stage.wire.takeLines()).hasSize(2).allMatch(line -> line.contains(" 100000 "));
    }

    private SessionStage loggedIn() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        assertThat(stage.wire.takeLines()).hasSize(1);
        return stage;
    }
}
