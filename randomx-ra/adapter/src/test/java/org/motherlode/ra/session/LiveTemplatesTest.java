package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/**
 * A pool's templates have no bound of their own: each lives as long as a job of it, so the bound is that of each miner's jobs,
 * 16 by default.
 */
class LiveTemplatesTest {
    private static final int JOBS_PER_MINER = 16;
    private static final int TEMPLATES = 50;
    /** The newest, and the last of each height of which a share may still come: late.heights, 2 by default. */
    private static final int FOR_LATE_SHARES = 3;

    @TempDir
    Path folder;

    private final List<WeakReference<LiveTemplate>> published = new ArrayList<>();

    @Test
    void a_miner_keeps_as_many_alive_as_it_has_jobs() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        give(stage);

        mustLive(JOBS_PER_MINER);
        assertThat(stage.session.figures()).isPresent();
    }

    @Test
    void a_miner_that_asks_for_job_after_job_of_the_newest_lets_go_of_the_others() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        give(stage);
        for (int i = 0; i < JOBS_PER_MINER; i++) {
            stage.say("2 getjob 5e55");
        }

        mustLive(FOR_LATE_SHARES);
        assertThat(stage.session.figures()).isPresent();
    }

    @Test
    void who_does_not_read_keeps_alive_what_it_has_and_no_more() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        stage.wire.keepsUp = false;
        give(stage);

        mustLive(1);
        assertThat(stage.session.figures()).isPresent();
    }

    @Test
    void who_makes_its_own_blocks_keeps_no_more() throws Exception {
        SessionStage stage =
                new SessionStage(folder, new CryptonoteDialect(), new ChoiceTemplate(PlainTemplate.at(10)), "");
        stage.say("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"mode\":\"self-select\"}}");
        for (int height = 11; height < 11 + TEMPLATES; height++) {
            stage.publish(new ChoiceTemplate(PlainTemplate.at(height)));
            published.add(new WeakReference<>(stage.board.current().orElseThrow()));
        }

        mustLive(JOBS_PER_MINER);
        assertThat(stage.session.figures()).isPresent();
    }

    private void give(SessionStage stage) {
        for (int height = 11; height < 11 + TEMPLATES; height++) {
            stage.publish(PlainTemplate.at(height));
            published.add(new WeakReference<>(stage.board.current().orElseThrow()));
        }
    }

    private void mustLive(int most) {
        Until.until(() -> {
            System.gc();
            return alive() <= most;
        });
        assertThat(alive()).isEqualTo(most);
    }

    private long alive() {
        return published.stream().filter(template -> !template.refersTo(null)).count();
    }
}
