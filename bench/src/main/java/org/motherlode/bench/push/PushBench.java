package org.motherlode.bench.push;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.motherlode.bench.floor.Floor;
import org.motherlode.bench.house.AdapterFigures;
import org.motherlode.bench.house.House;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.stratum.client.PoolJob;

/**
 * Each new template goes to all bots. The server tells itself how long it took from its becoming current until the last job was
 * written; another clock runs from the moment in which the node's answer is handed to the server until the last bot has read
 * its job. Then the same bots, as many, listen to one thread that does nothing but write.
 */
public record PushBench(House house, PushSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(3);
    /** The server's own figure of the newest template. */
    private static final String WRITTEN = "new_work_micros";

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("push: " + settings);
        Ours ours = ours();
        List<Push> floor = floor(ours.like());
        return new PushFigures(ours.pushes(), floor).outcome();
    }

    private record Ours(List<Push> pushes, PoolJob like) {}

    private Ours ours() throws IOException, InterruptedException {
        Watch watch = new Watch();
        AdapterFigures server = AdapterFigures.of(house.server());
        List<Push> pushes = new ArrayList<>();
        try (Swarm swarm = new Swarm(swarm(house.stratumPort()), watch)) {
            List<Bot> bots = swarm.admitAll(settings.bots(), LOGINS);
            steps.say("push: " + bots.size() + " bots are in");
            house.door().onTemplate(nanos -> watch.template(bots.size(), nanos));
            for (int number = -settings.warmUp(); number < settings.rounds(); number++) {
                Push push = watch.next(house.door()::renew, () -> TimeUnit.MICROSECONDS.toNanos(server.read(WRITTEN)));
                if (number >= 0) {
                    pushes.add(push);
                }
            }
            house.door().onTemplate(nanos -> {});
            return new Ours(pushes, bots.get(0).job());
        }
    }

    private List<Push> floor(PoolJob like) throws IOException, InterruptedException {
        Watch watch = new Watch();
        List<Push> pushes = new ArrayList<>();
        try (Floor floor = new Floor();
                Swarm swarm = new Swarm(swarm(floor.port()), watch)) {
            floor.expect(settings.bots(), like);
            List<Bot> bots = swarm.admitAll(settings.bots(), LOGINS);
            floor.awaitReady();
            for (int number = -settings.warmUp(); number < settings.rounds(); number++) {
                PushRound round = watch.begin(bots.size());
                Floor.Written written = floor.push();
                Push push = Watch.ended(round, written.began(), written::nanos);
                if (number >= 0) {
                    pushes.add(push);
                }
            }
        }
        return pushes;
    }

    private SwarmSettings swarm(int port) {
        return SwarmSettings.of(PoolPort.local(port), Identity.of(house.address()))
                .withThreads(settings.threads());
    }
}
