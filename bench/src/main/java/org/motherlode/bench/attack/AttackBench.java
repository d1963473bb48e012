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
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/** Honest miners at a steady rate: by themselves, with attackers beside them, by themselves again. */
public record AttackBench(House house, RandomX randomX, AttackSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final int HONEST_FROM_ADDRESS = 20;

    /** Those of each phase, what the attackers did, and how many honest shares each phase has. */
    record Phases(Latencies before, Latencies attacked, Latencies after, Deeds deeds, int shares) {}

    /** What attackers sent, how often they had to come back, and how many honest shares were refused meanwhile. */
    record Deeds(long bad, long returns, long refused, long ended) {}

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("attack: " + settings);
        Ear ear = new Ear();
        try (Swarm good = new Swarm(swarm().withPerAddress(HONEST_FROM_ADDRESS), ear);
                Swarm bad = new Swarm(swarm().withPerAddress(1), BotEvents.NONE)) {
            List<Bot> bots = good.admitAll(settings.honest(), LOGINS);
            return new AttackFigures(settings, phases(new Crew(bots, ear), bad)).outcome();
        }
    }

    private record Crew(List<Bot> bots, Ear ear) {}

    private Phases phases(Crew crew, Swarm bad) throws IOException, InterruptedException {
        Honest honest;
        double perSecond;
        int count;
        try (Hashing hashing = new Hashing(randomX, crew.bots().get(0).job().seed(), settings.threads())) {
            perSecond = settings.load().perSecond(hashing, crew.bots().get(0).job());
            count = (int) Math.ceil(perSecond * settings.seconds());
            steps.say(String.format("attack: %.1f honest shares a second, %d in each phase", perSecond, count));
            honest = Honest.of(crew.bots(), crew.ear(), hashing, settings.honest() + 3 * count);
        }
        steps.say("attack: the honest shares are hashed");
        // Each proves itself with one.
        Latencies proofs = honest.send("first", settings.honest(), perSecond);
        Latencies before = honest.send("honest, alone", count, perSecond);
        Latencies attacked;
        Deeds deeds;
        try (Attack attack = new Attack(bad, settings)) {
            attacked = honest.send("honest, attacked", count, perSecond);
            deeds = new Deeds(
                    attack.sent(),
                    attack.returns(),
                    crew.ear().refused(),
                    crew.ear().ended());
        }
        Latencies after = honest.send("honest, alone again", count, perSecond);
        steps.say("attack: " + proofs.count() + " miners were proven, " + deeds);
        return new Phases(before, attacked, after, deeds, count);
    }

    private SwarmSettings swarm() {
        return SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()));
    }
}
