package org.motherlode.bench.durable;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Share;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;

/**
 * Shares whose hash costs nothing: first at a steady rate, every fifth of them sent once more, which is refused as a
 * duplicate without being stored; then as many as the server takes.
 */
public record DurableBench(House house, DurableSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final int REPEATED = 5;
    private static final long SETTLING_MILLIS = 3_000;

    /** On a house whose server runs with {@link TrivialEar} and lets a connection send as many lines as it likes. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("durable: " + settings);
        BigInteger before = house.shares().count();
        Diggers diggers = new Diggers();
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()))
                .withThreads(settings.threads());
        try (Swarm all = new Swarm(swarm, diggers)) {
            List<Bot> bots = all.admitAll(settings.bots(), LOGINS);
            diggers.learn(bots);
            steady(diggers, bots); // warms up, and proves every bot
            Latencies durable = diggers.durable("durable answer");
            Latencies other = diggers.other("duplicate, not stored");
            steady(diggers, bots);
            diggers.durable("as many as can be");
            double perSecond = diggers.dig(bots, settings);
            Pause.of(SETTLING_MILLIS);
            steps.say("durable: " + diggers.good() + " shares were told to be good, " + diggers.refused() + " not");
            long began = System.nanoTime();
            BigInteger stored = house.shares().awaitAtLeast(before.add(BigInteger.valueOf(diggers.good())));
            steps.say("durable: " + stored.subtract(before) + " shares are in the database, the last of them "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s later");
            return new DurableFigures(settings, durable, other, perSecond).outcome();
        }
    }

    private void steady(Diggers diggers, List<Bot> bots) throws InterruptedException {
        int[] next = {0};
        Pace.steady(settings.perSecond() * settings.seconds(), settings.perSecond(), due -> {
            Bot bot = bots.get(next[0] % bots.size());
            Share share = diggers.send(bot, due);
            if (next[0]++ % REPEATED == 0) {
                bot.submit(share, due);
            }
        });
        Pause.of(SETTLING_MILLIS);
    }
}
