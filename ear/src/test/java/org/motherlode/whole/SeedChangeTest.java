package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoMiner;

/**
 * The seed of the proof of work changes while a miner mines: monerod is told that an epoch has 16 blocks, where Monero has
 * 2048. The next seed is prepared as soon as the node names it, so the change itself costs nobody anything.
 */
@Tag("long")
@Timeout(1_800)
class SeedChangeTest {
    private static final int CHANGES = 2;

    @TempDir
    Path folder;

    @Test
    void a_new_seed_leaves_no_share_unanswered_refuses_none_and_keeps_no_miner_waiting() throws Exception {
        try (ShortEpochs stage = new ShortEpochs(folder, UnaryOperator.identity())) {
            try (DemoMiner miner = stage.miner()) {
                mineOverChanges(stage);
                assertThat(miner.isAlive()).isTrue();
                assertThat(Files.readString(stage.minerLog()))
                        .doesNotContain("share-unanswered")
                        .doesNotContain("\"disconnected\"");
            }
            assertThat(stage.allAnswered())
                    .containsEntry("shares_not_ready", 0L)
                    .containsEntry("shares_bad_hash", 0L)
                    .containsEntry("shares_throttled", 0L)
                    .containsEntry("shares_unknown_job", 0L)
                    .containsEntry("shares_answered_late", 0L)
                    .containsEntry("logins_accepted", 1L)
                    .containsEntry("templates_delayed", 1L);
            assertThat(Files.readString(stage.serverLog())).doesNotContain("has no work");
        }
    }

    /** The first template of all had to wait for its seed; none does later. */
    private static void mineOverChanges(ShortEpochs stage) throws Exception {
        await("a first share", () -> stage.figure("shares_accepted") > 0);
        assertThat(stage.figures()).containsEntry("templates_delayed", 1L);
        for (int change = 0; change < CHANGES; change++) {
            stage.change();
        }
    }
}
