package org.motherlode.bench.idle;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.house.ServerMemory;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;

/** Memory with many connections that do nothing, less that without them. */
public record IdleBench(House house, IdleSettings settings, Steps steps) {
    /** The server's heap is there from the start, so that what grows outside it can be told apart. */
    public static final String JVM_OPTIONS = "-Xms1g -Xmx1g -XX:+AlwaysPreTouch";

    private static final Duration LOGINS = Duration.ofMinutes(5);
    private static final long SETTLING_MILLIS = 5_000;

    /** Enough to compile what runs, and few: what the C library once had it keeps, and hides what comes later. */
    private static final int WARM_UP_BOTS = 500;

    /** On a house whose server runs with {@link #JVM_OPTIONS}. The first, small crowd warms up and is not measured. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("idle: " + settings);
        List<IdleFigures.Reading> readings = new ArrayList<>();
        come(Math.min(WARM_UP_BOTS, settings.bots()), new ArrayList<>());
        readings.add(read("before", 0));
        come(settings.bots(), readings);
        readings.add(read("all have left", 0));
        return new IdleFigures(readings, settings.tls()).outcome();
    }

    private void come(int crowd, List<IdleFigures.Reading> readings) throws IOException, InterruptedException {
        Jobs jobs = new Jobs();
        SwarmSettings swarm = SwarmSettings.of(house.poolPort(settings.tls()), Identity.of(house.address()))
                .withThreads(settings.threads());
        try (Swarm all = new Swarm(swarm, jobs)) {
            List<Bot> bots = all.admitAll(crowd, LOGINS);
            readings.add(read("logged in", bots.size()));
            for (int template = 0; template < settings.templates(); template++) {
                house.door().renew();
                jobs.await(bots.size());
            }
            readings.add(read("after " + settings.templates() + " templates", bots.size()));
        }
    }

    private IdleFigures.Reading read(String when, int bots) throws IOException, InterruptedException {
        Pause.of(SETTLING_MILLIS);
        ServerMemory memory = ServerMemory.of(house.server().pid());
        steps.say("idle: " + when + ": " + memory);
        return new IdleFigures.Reading(when, bots, memory);
    }
}
