package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.MoneroStage.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.process.Waiting;

/**
 * The seed changes in fast mode, with two datasets: as {@link SeedChangeTest}, but nobody mines while datasets are made,
 * because blocks come in seconds here. Takes 4.2 GiB besides the caches, and some minutes.
 */
@Tag("long")
@Timeout(7_200)
class FastSeedChangeTest {
    /** One thread makes it, beside whatever else the machine does. */
    private static final Duration A_DATASET = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    @Test
    void with_two_datasets_no_share_meets_light_mode_when_the_seed_changes() throws Exception {
        try (ShortEpochs stage = new ShortEpochs(folder, DemoPool.Wiring::inFastMode)) {
            assertThat(Waiting.until(A_DATASET, () -> stage.figure("verify_fast") == 1))
                    .as("the first dataset")
                    .isTrue();
            stage.announce();
            assertThat(Waiting.until(A_DATASET, () -> stage.figure("datasets") == 2))
                    .as("the next seed's")
                    .isTrue();
            try (DemoMiner miner = stage.miner()) {
                await("shares before", () -> stage.figure("shares_accepted") > 2);
                stage.change();
                assertThat(stage.figures()).containsEntry("verify_fast", 1L);
                assertThat(miner.isAlive()).isTrue();
                assertThat(Files.readString(stage.minerLog()))
                        .doesNotContain("share-unanswered")
                        .doesNotContain("\"disconnected\"");
            }
            assertThat(stage.allAnswered())
                    .containsEntry("hashes_light", 0L)
                    .containsEntry("shares_not_ready", 0L)
                    .containsEntry("shares_bad_hash", 0L)
                    .containsEntry("shares_throttled", 0L)
                    .containsEntry("shares_unknown_job", 0L)
                    .containsEntry("shares_answered_late", 0L)
                    .containsEntry("logins_accepted", 1L)
                    .containsEntry("templates_delayed", 1L)
                    .hasEntrySatisfying("hashes", hashes -> assertThat(hashes).isPositive());
            assertThat(Files.readString(stage.serverLog()))
                    .doesNotContain("has no work")
                    .doesNotContain("only one dataset is kept");
        }
    }
}
