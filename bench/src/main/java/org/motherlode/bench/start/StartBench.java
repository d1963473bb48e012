package org.motherlode.bench.start;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.house.ResidentMemory;
import org.motherlode.bench.load.Fleet;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.load.Salvo;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/** Starts the server several times. The control is the same server without our application and pool. */
public record StartBench(House house, RandomX randomX, StartSettings settings, Steps steps) {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int MINERS = 16;

    /** Leaves the server of the last run running. */
    public Outcome run() throws IOException, InterruptedException {
        List<StartRun> runs = new ArrayList<>();
        for (int number = 0; number < settings.runs(); number++) {
            house.endServer();
            long began = System.nanoTime();
            house.launchBare();
            long bare = System.nanoTime() - began;
            house.endServer();
            began = System.nanoTime();
            house.launch();
            house.awaitLogin();
            long login = System.nanoTime() - began;
            house.awaitRunning();
            runs.add(new StartRun(bare, login, System.nanoTime() - began));
            steps.say("start: run " + number + ": " + runs.get(number));
        }
        Pause.of(settings.settlingMillis());
        ResidentMemory settled = ResidentMemory.of(house.server().pid());
        load();
        ResidentMemory loaded = ResidentMemory.of(house.server().pid());
        return new StartFigures(runs, settled, loaded).outcome();
    }

    private void load() throws IOException, InterruptedException {
        try (Fleet fleet = Fleet.of(MINERS, house.stratumPort(), house.address());
                Hashing hashing =
                        new Hashing(randomX, fleet.miners().get(0).job().seed(), settings.threads())) {
            steps.say("start: " + settings.shares() + " shares, to see what the server holds in memory afterwards");
            Salvo.fire(hashing.stock(fleet, settings.shares()).claims(), MOST);
        }
    }
}
