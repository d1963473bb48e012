package org.motherlode.bench.durable;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;

/**
 * The database is ended, miners find as many good shares as the server takes, and the database is started again: how long until
 * each share that a miner was told of is in it. Half an hour at 500 shares a second leaves 900,000.
 */
public record BacklogBench(House house, DurableSettings settings, Steps steps) {
    static final double GOAL_PER_SECOND = 20_000;

    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final long ANSWERS_MILLIS = 3_000;

    /** On a house whose server runs with {@link TrivialEar} and lets a connection send as many lines as it likes. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("backlog: " + settings);
        BigInteger before = house.shares().count();
        Diggers diggers = new Diggers();
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()))
                .withThreads(settings.threads());
        try (Swarm all = new Swarm(swarm, diggers)) {
            List<Bot> bots = all.admitAll(settings.bots(), LOGINS);
            diggers.learn(bots);
            house.endDatabase();
            diggers.dig(bots, settings);
            Pause.of(ANSWERS_MILLIS);
            long told = diggers.good();
            steps.say("backlog: the database is away, " + told + " shares were told to be good, " + diggers.refused()
                    + " not");
            house.startDatabase();
            long began = System.nanoTime();
            house.shares().awaitAtLeast(before.add(BigInteger.valueOf(told)));
            return outcome(told, (System.nanoTime() - began) / 1e9);
        }
    }

    private static Outcome outcome(long told, double seconds) {
        double perSecond = told / seconds;
        String verdict = told + " shares that waited for the database are in it " + Figure.of(seconds, 1)
                + " s after its start, " + Figure.of(perSecond, 0) + "/s: goal of 20,000/s "
                + (perSecond >= GOAL_PER_SECOND ? "met" : "missed");
        Sheet sheet = new Sheet(
                List.of("shares", "seconds", "per_second"),
                List.of(List.of(Long.toString(told), Figure.of(seconds, 3), Figure.of(perSecond, 0))));
        return new Outcome("backlog", sheet, sheet, verdict);
    }
}
