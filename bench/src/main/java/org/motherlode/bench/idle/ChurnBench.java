package org.motherlode.bench.idle;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.house.ServerMemory;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;

/** Connections that come and go, and what they leave behind. */
public record ChurnBench(House house, ChurnSettings settings, Steps steps) {
    private static final Duration MOST = Duration.ofMinutes(60);
    private static final long SETTLING_MILLIS = 10_000;
    private static final int WARM_UP_PARTS = 20;
    private static final double GOAL = 1.05;

    /** On a house whose server runs with {@link IdleBench#JVM_OPTIONS}. A twentieth more goes before and warms up. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("churn: " + settings);
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()))
                .withThreads(settings.threads());
        Visitors visitors = new Visitors(settings.loginEvery());
        visitors.pass(swarm, few(), MOST);
        ServerMemory before = settled();
        long began = System.nanoTime();
        visitors.pass(swarm, settings, MOST);
        double seconds = (System.nanoTime() - began) / 1e9;
        ServerMemory after = settled();
        steps.say("churn: " + visitors.logins() + " logged in, " + visitors.failures() + " were not let in");
        return outcome(before, after, seconds);
    }

    private ChurnSettings few() {
        return new ChurnSettings(
                Math.max(1, settings.cycles() / WARM_UP_PARTS),
                settings.atOnce(),
                settings.loginEvery(),
                settings.threads());
    }

    private ServerMemory settled() throws IOException, InterruptedException {
        Pause.of(SETTLING_MILLIS);
        return ServerMemory.of(house.server().pid());
    }

    private Outcome outcome(ServerMemory before, ServerMemory after, double seconds) {
        double ratio = (double) after.heapBytes() / before.heapBytes();
        boolean met = ratio <= GOAL && after.descriptors() <= before.descriptors();
        String verdict = settings.cycles() + " connections came and went in " + Figure.of(seconds, 0) + " s: heap "
                + Figure.of(ratio, 3) + " times as before, descriptors " + before.descriptors() + " and then "
                + after.descriptors() + ": goal of 1.05 and no more descriptors " + (met ? "met" : "missed");
        Sheet sheet = new Sheet(
                List.of("when", "heap_bytes", "other_bytes", "descriptors", "connections_per_second"),
                List.of(row("before", before, ""), row("after", after, Figure.of(settings.cycles() / seconds, 0))));
        return new Outcome("churn", sheet, sheet, verdict);
    }

    private static List<String> row(String when, ServerMemory memory, String rate) {
        return List.of(
                when,
                Long.toString(memory.heapBytes()),
                Long.toString(memory.otherBytes()),
                Long.toString(memory.descriptors()),
                rate);
    }
}
