package org.motherlode.bench.login;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.floor.Floor;
import org.motherlode.bench.house.House;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.swarm.Admission;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.stratum.client.PoolJob;

/** Thousands of miners connect and log in, again and again; each is answered with its own first job. */
public record LoginBench(House house, LoginSettings settings, Steps steps) {
    private static final Duration MOST = Duration.ofMinutes(2);

    private record Came(Admission admission, PoolJob like) {}

    /** On a house whose server runs. The first round warms up and is not measured. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("logins: " + settings);
        List<LoginRound> rounds = new ArrayList<>();
        for (int number = -1; number < settings.rounds(); number++) {
            Came pool = come(house.poolPort(settings.tls()));
            LoginRound round = LoginRound.of(pool.admission(), floor(pool.like()));
            steps.say(String.format(
                    "logins: %.0f/s, lost %d %s",
                    round.perSecond(), round.lost(), pool.admission().reasons()));
            if (number >= 0) {
                rounds.add(round);
            }
        }
        return new LoginFigures(rounds, settings).outcome();
    }

    private Came come(PoolPort port) throws IOException, InterruptedException {
        SwarmSettings swarm =
                SwarmSettings.of(port, Identity.of(house.address())).withThreads(settings.threads());
        try (Swarm bots = new Swarm(swarm, BotEvents.NONE)) {
            Admission admission = bots.admit(settings.bots(), settings.atOnce(), MOST);
            if (admission.bots().isEmpty()) {
                throw new IOException("nobody could log in: " + admission.reasons());
            }
            return new Came(admission, admission.bots().get(0).job());
        }
    }

    private Admission floor(PoolJob like) throws IOException, InterruptedException {
        try (Floor floor = new Floor()) {
            floor.expect(settings.bots(), like);
            return come(PoolPort.local(floor.port())).admission();
        }
    }
}
