package org.motherlode.bench.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.ResidentMemory;
import org.motherlode.bench.report.Curve;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Sources;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;

/**
 * What those cost that send and do not read: the answers of others, memory, and how long they are there. A flood by others goes
 * before, so that no phase is the first to run some code.
 */
public record FloodBench(House house, FloodSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final Sources HONEST = Sources.strangers(1, 20);
    private static final Sources FIRST_FLOODERS = Sources.strangers(3, 1);
    private static final Sources FLOODERS = Sources.strangers(4, 1);
    private static final int PER_SECOND = 500;
    private static final double GOAL = 2;

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("flood: " + settings);
        Volley volley = new Volley();
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()));
        try (Swarm good = new Swarm(swarm.withSources(HONEST), volley);
                Swarm bad = new Swarm(swarm.withSources(FLOODERS), BotEvents.NONE)) {
            List<Bot> bots = good.admitAll(settings.honest(), LOGINS);
            Latencies cold = volley.phase("warm-up");
            try (Swarm first = new Swarm(swarm.withSources(FIRST_FLOODERS), BotEvents.NONE);
                    Flood warmUp = new Flood(first, settings)) {
                steady(volley, bots);
                steps.say("flood: warm-up, p99 " + (long) cold.percentile(99) + " ms, not cut " + warmUp.left());
            }
            Latencies before = volley.phase("others, before the flood");
            steady(volley, bots);
            ResidentMemory dry = ResidentMemory.of(house.server().pid());
            Latencies during = volley.phase("others, during the flood");
            try (Flood flood = new Flood(bad, settings)) {
                steady(volley, bots);
                ResidentMemory wet = ResidentMemory.of(house.server().pid());
                return outcome(
                        before, during, new Cost(wet.anonymous() - dry.anonymous(), flood.left(), flood.tolerated()));
            }
        }
    }

    /** What the server grew by, in MiB; of those above and of those within the bounds, how many were not cut by the end. */
    private record Cost(long mebibytes, long left, long tolerated) {}

    private void steady(Volley volley, List<Bot> bots) throws InterruptedException {
        int[] next = {0};
        Pace.steady(
                PER_SECOND * settings.seconds(),
                PER_SECOND,
                due -> volley.send(bots.get(next[0]++ % bots.size()), due));
    }

    private Outcome outcome(Latencies before, Latencies during, Cost cost) {
        double ratio = during.percentile(99) / before.percentile(99);
        boolean met = cost.left() == 0 && ratio <= GOAL;
        String verdict = settings.flooders() + " that do not read: of those that flood " + cost.left()
                + " not cut after " + settings.seconds() + " s, of those within the bounds " + cost.tolerated()
                + ", others' p99 " + Figure.of(ratio, 2) + " times as before, "
                + cost.mebibytes() + " MiB more resident: goal of none and 2 " + (met ? "met" : "missed");
        List<Latencies> all = List.of(before, during);
        Sheet summary = new Sheet(
                List.of("what", "count", "p50_ms", "p99_ms", "most_ms"),
                all.stream()
                        .map(phase -> List.of(
                                phase.name(),
                                Long.toString(phase.count()),
                                Figure.of(phase.median(), 2),
                                Figure.of(phase.percentile(99), 2),
                                Figure.of(phase.most(), 2)))
                        .toList());
        return new Outcome("flood", AttackFigures.points(all), summary, verdict)
                .with(all.stream().map(Curve::of).toList());
    }
}
