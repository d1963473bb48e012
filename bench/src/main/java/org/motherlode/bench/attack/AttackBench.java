package org.motherlode.bench.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Sources;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/**
 * Honest miners at a steady rate: by themselves, with attackers beside them, by themselves again. Before that other attackers
 * come for as long, so that no phase is the first to run some code. Each attacker is in a network of its own.
 */
public record AttackBench(House house, RandomX randomX, AttackSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final Sources HONEST = Sources.strangers(1, 20);
    private static final Sources FIRST_ATTACKERS = Sources.strangers(2, 1);
    private static final Sources ATTACKERS = Sources.strangers(3, 1);
    private static final int PHASES = 4;

    /** Those of each phase, what the attackers did, and how many honest shares each phase has. */
    record Phases(Latencies before, Latencies attacked, Latencies after, Deeds deeds, int shares) {}

    /** What attackers sent, how often they had to come back, and how many honest shares were refused meanwhile. */
    record Deeds(long bad, long returns, long refused, long ended) {}

    private record Crew(List<Bot> bots, Ear ear) {}

    private record Attacked(Latencies honest, Deeds deeds) {}

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        say(settings.toString());
        Ear ear = new Ear();
        try (Swarm good = new Swarm(swarm(HONEST), ear)) {
            List<Bot> bots = good.admitAll(settings.honest(), LOGINS);
            return new AttackFigures(settings, phases(new Crew(bots, ear))).outcome();
        }
    }

    private Phases phases(Crew crew) throws IOException, InterruptedException {
        Honest honest;
        double perSecond;
        int count;
        try (Hashing hashing = new Hashing(randomX, crew.bots().get(0).job().seed(), settings.threads())) {
            perSecond = settings.load().perSecond(hashing, crew.bots().get(0).job());
            count = (int) Math.ceil(perSecond * settings.seconds());
            say(String.format("%.1f honest shares a second, %d in each phase", perSecond, count));
            honest = Honest.of(crew.bots(), crew.ear(), hashing, settings.honest() + PHASES * count);
        }
        say("the honest shares are hashed");
        // Each proves itself with one.
        Latencies proofs = honest.send("first", settings.honest(), perSecond);
        say(proofs.count() + " honest miners are proven");
        Attacked warmUp = attacked(FIRST_ATTACKERS, crew.ear(), () -> honest.send("warm-up", count, perSecond));
        say("warm-up, p99 " + (long) warmUp.honest().percentile(99) + " ms: " + warmUp.deeds());
        Latencies before = honest.send("honest, alone", count, perSecond);
        Attacked during = attacked(ATTACKERS, crew.ear(), () -> honest.send("honest, attacked", count, perSecond));
        Latencies after = honest.send("honest, alone again", count, perSecond);
        say(during.deeds().toString());
        return new Phases(before, during.honest(), after, during.deeds(), count);
    }

    private interface Sending {
        Latencies run() throws InterruptedException;
    }

    private Attacked attacked(Sources from, Ear ear, Sending sending) throws IOException, InterruptedException {
        long refused = ear.refused();
        long ended = ear.ended();
        try (Swarm bad = new Swarm(swarm(from), BotEvents.NONE);
                Attack attack = new Attack(bad, settings)) {
            Latencies honest = sending.run();
            return new Attacked(
                    honest, new Deeds(attack.sent(), attack.returns(), ear.refused() - refused, ear.ended() - ended));
        }
    }

    private SwarmSettings swarm(Sources sources) {
        return SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()))
                .withSources(sources);
    }

    private void say(String words) {
        steps.say(settings.name() + ": " + words);
    }
}
