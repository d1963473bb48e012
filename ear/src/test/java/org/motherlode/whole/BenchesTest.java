package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.bench.binding.BindingBench;
import org.motherlode.bench.binding.BindingSettings;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Site;
import org.motherlode.bench.latency.LatencyBench;
import org.motherlode.bench.latency.LatencySettings;
import org.motherlode.bench.path.PathBench;
import org.motherlode.bench.path.PathSettings;
import org.motherlode.bench.report.Machine;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Records;
import org.motherlode.bench.start.StartBench;
import org.motherlode.bench.start.StartSettings;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.Preferences;
import org.motherlode.randomx.RandomX;

/** Each bench once, as small as it can be, so that it still measures when somebody wants a figure. No time is judged. */
class BenchesTest {
    private static final int VERIFIERS = 1;

    @TempDir
    Path folder;

    private final RandomX randomX = RandomX.open(Preferences.none());
    private final Steps steps = new Steps(new PrintWriter(new StringWriter()), InstantSource.system());

    @Test
    void every_bench_leaves_a_file_with_its_measurements() throws Exception {
        written(new BindingBench(randomX, new BindingSettings(false, 1, 1), steps).run(), 1);
        try (House house = new House(site(), VERIFIERS)) {
            written(new StartBench(house, randomX, new StartSettings(1, 0, 1, VERIFIERS), steps).run(), 1);
            written(new PathBench(house, randomX, new PathSettings(VERIFIERS, 1, 2, 1), steps).run(), 1);
            written(new LatencyBench(house, randomX, new LatencySettings(2, 1, VERIFIERS), steps).run(), 2);
        }
    }

    private void written(Outcome outcome, int measurements) throws IOException {
        Path file = new Records(folder, Machine.here(randomX.library())).write(outcome, Instant.now());

        assertThat(outcome.measured().rows()).hasSize(measurements);
        assertThat(file).isNotEmptyFile();
    }

    private Site site() throws IOException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        Path project = Path.of(System.getProperty("motherlode.project"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return new Site(
                image,
                Path.of(System.getProperty("motherlode.ear")),
                folder.resolve("house"),
                EmbeddedPostgres::temporary);
    }
}
