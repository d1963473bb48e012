package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.bench.attack.AttackBench;
import org.motherlode.bench.attack.AttackSettings;
import org.motherlode.bench.attack.FloodBench;
import org.motherlode.bench.attack.FloodSettings;
import org.motherlode.bench.attack.RefusalBench;
import org.motherlode.bench.attack.RefusalSettings;
import org.motherlode.bench.binding.BindingBench;
import org.motherlode.bench.binding.BindingSettings;
import org.motherlode.bench.crowd.CrowdBench;
import org.motherlode.bench.crowd.CrowdSettings;
import org.motherlode.bench.crowd.Mix;
import org.motherlode.bench.durable.BacklogBench;
import org.motherlode.bench.durable.DurableBench;
import org.motherlode.bench.durable.DurableSettings;
import org.motherlode.bench.durable.TrivialEar;
import org.motherlode.bench.epoch.EpochBench;
import org.motherlode.bench.epoch.EpochSettings;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.HouseSettings;
import org.motherlode.bench.house.Site;
import org.motherlode.bench.idle.ChurnBench;
import org.motherlode.bench.idle.ChurnSettings;
import org.motherlode.bench.idle.IdleBench;
import org.motherlode.bench.idle.IdleSettings;
import org.motherlode.bench.latency.LatencyBench;
import org.motherlode.bench.latency.LatencySettings;
import org.motherlode.bench.load.Load;
import org.motherlode.bench.login.LoginBench;
import org.motherlode.bench.login.LoginSettings;
import org.motherlode.bench.path.PathBench;
import org.motherlode.bench.path.PathSettings;
import org.motherlode.bench.plan.PlanBench;
import org.motherlode.bench.plan.PlanSettings;
import org.motherlode.bench.push.PushBench;
import org.motherlode.bench.push.PushSettings;
import org.motherlode.bench.report.Machine;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Records;
import org.motherlode.bench.settle.SettleBench;
import org.motherlode.bench.settle.SettleSettings;
import org.motherlode.bench.start.StartBench;
import org.motherlode.bench.start.StartSettings;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.SwarmSettings;
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
        HouseSettings unpaid = HouseSettings.still(VERIFIERS).withEnvironment("_JAVA_OPTIONS", PlanBench.JVM_OPTIONS);
        try (House house = new House(BenchSite.in(folder), unpaid)) {
            written(new StartBench(house, randomX, new StartSettings(1, 0, 1, VERIFIERS), steps).run(), 1);
            written(new PathBench(house, randomX, new PathSettings(VERIFIERS, 1, 2, 1), steps).run(), 1);
            written(new PushBench(house, new PushSettings(3, 2, 1, 1), steps).run(), 4);
            written(new LoginBench(house, new LoginSettings(5, 3, 1, true, 1), steps).run(), 1);
            SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()));
            CrowdSettings crowd = new CrowdSettings(5, 1, 2, new Mix(1, 1, 1, 1), 1);
            written(new CrowdBench(swarm, randomX, crowd, steps).run());
            CrowdSettings live = new CrowdSettings(5, 1, 0, new Mix(1, 1, 1, 1), 1);
            written(new CrowdBench(swarm, randomX, live, steps).run());
            written(new AttackBench(
                            house, randomX, new AttackSettings("lanes", 2, new Load(VERIFIERS, 10), 2, 5, 1, 1), steps)
                    .run());
            written(new FloodBench(house, new FloodSettings(2, 2, 1, 1), steps).run());
            written(new SettleBench(house, new SettleSettings(1_000, 10, 2, 50), steps).run(), 2);
            written(new PlanBench(house, new PlanSettings(40, 2), steps).run(), 3);
            written(new EpochBench(house, randomX, new EpochSettings(2, new Load(VERIFIERS, 10), 2, 1), steps).run());
        }
    }

    /** Two minutes, in which the server's heap is swept again and again. */
    @Test
    @Tag("long")
    @Timeout(3_600)
    void so_does_every_bench_that_looks_into_the_servers_memory() throws Exception {
        HouseSettings probed = HouseSettings.still(VERIFIERS).withEnvironment("_JAVA_OPTIONS", IdleBench.JVM_OPTIONS);
        try (House house = new House(BenchSite.in(folder), probed)) {
            house.open();
            written(new IdleBench(house, new IdleSettings(3, 1, true, 1), steps).run(), 4);
            written(new RefusalBench(house, randomX, new RefusalSettings(2, 5, 1, 1, 2, 1), steps).run());
            written(new ChurnBench(house, new ChurnSettings(20, 2, 2, 1), steps).run(), 2);
        }
    }

    @Test
    void so_does_the_one_with_a_hash_that_costs_nothing() throws Exception {
        Site site = BenchSite.in(folder);
        Path ear = TrivialEar.of(site.ear(), folder.resolve("trivial"));
        try (House house = new House(site.withEar(ear), VERIFIERS)) {
            house.open();
            written(new LatencyBench(house, new LatencySettings(2, 1), steps).run(), 2);
            written(new DurableBench(house, new DurableSettings(2, 10, 1, 1, 1), steps).run());
            written(new BacklogBench(house, new DurableSettings(2, 10, 1, 1, 1), steps).run(), 1);
        }
    }

    private void written(Outcome outcome) throws IOException {
        written(outcome, outcome.measured().rows().size());
        assertThat(outcome.measured().rows()).isNotEmpty();
    }

    private void written(Outcome outcome, int measurements) throws IOException {
        Path file = new Records(folder, Machine.here(randomX.library())).write(outcome, Instant.now());

        assertThat(outcome.measured().rows()).hasSize(measurements);
        assertThat(file).isNotEmptyFile();
    }
}
